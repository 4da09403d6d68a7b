import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { drainMs, host, port, publicKey } from './config-fields.ts';

/** Settings of a process that serves one subgraph over HTTP. */
export interface ServerConfig {
  readonly port: number;
  readonly host: string;
  readonly drainMs: number;
  /** Verifies identities that the gateway signed. */
  readonly identityKey: KeyObject;
}

/** Reads {@link ServerConfig}; `portName` is the variable of the subgraph's port. */
export function serverConfig(portName: string): z.ZodType<ServerConfig> {
  return z.intersection(
    z
      .object({ HOST: host, DRAIN_MS: drainMs, IDENTITY_PUBLIC_KEY: publicKey })
      .transform((env) => ({
        ...{ host: env.HOST, drainMs: env.DRAIN_MS },
        identityKey: env.IDENTITY_PUBLIC_KEY,
      })),
    z.object({ [portName]: port }).transform((env) => ({ port: env[portName] ?? 0 })),
  );
}
