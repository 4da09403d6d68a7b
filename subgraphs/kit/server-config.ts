import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { host, port, publicKey } from './config-fields.ts';

/** Settings of a process that serves one subgraph over HTTP. */
export interface ServerConfig {
  readonly port: number;
  readonly host: string;
  /** Verifies identities that the gateway signed. */
  readonly identityKey: KeyObject;
}

/** Reads {@link ServerConfig}; `portName` is the variable of the subgraph's port. */
export function serverConfig(portName: string): z.ZodType<ServerConfig> {
  return z.intersection(
    z
      .object({ HOST: host, IDENTITY_PUBLIC_KEY: publicKey })
      .transform((env) => ({ host: env.HOST, identityKey: env.IDENTITY_PUBLIC_KEY })),
    z.object({ [portName]: port }).transform((env) => ({ port: env[portName] ?? 0 })),
  );
}
