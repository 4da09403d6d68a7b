import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { drainMs, host, isLoopback, logLevel, port } from '../../subgraphs/kit/config-fields.ts';
import { gatewaySettings } from '../config.ts';
import { openSupergraph, UnservedError } from './supergraph.ts';

/** Variables that only a gateway of another supergraph, whatever it is of, is told. */
const OWN = ['AUTH', 'TRUSTED_DOCUMENTS', 'RESPONSE_CACHE'] as const;

const supergraphFile = z.string().transform((path, context) => {
  try {
    return openSupergraph(readFileSync(path, 'utf8'));
  } catch (error) {
    const message = error instanceof UnservedError ? error.message : 'needs a file that is there';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
});

/** There is neither, so that nothing else can be meant. */
const offOrNothing = z.literal('off').optional();

const settings = z.looseObject({
  PORT: port.default(4000),
  HOST: host.refine(isLoopback, 'needs a loopback address with AUTH=off'),
  SUPERGRAPH: supergraphFile,
  AUTH: z.string().optional(),
  TRUSTED_DOCUMENTS: offOrNothing,
  RESPONSE_CACHE: offOrNothing,
  DRAIN_MS: drainMs,
  LOG_LEVEL: logLevel,
});

/** What a whole gateway is told: authentication is not taken away from one. */
const FOREIGN = Object.keys(gatewaySettings.shape).filter((name) => !(name in settings.shape));

const together = { when: () => true }; // said together with whatever else is wrong

/** Settings of a gateway that serves any other supergraph to whoever asks on this machine. */
export const openConfig = FOREIGN.reduce(
  (schema, name) =>
    schema.refine((env) => env[name] === undefined, {
      path: [name],
      message: 'has no place beside AUTH=off',
      ...together,
    }),
  settings.refine(({ AUTH }) => AUTH === 'off', {
    path: ['AUTH'],
    message: 'needs to be off for another supergraph than its own',
    ...together,
  }),
).transform((env) => ({
  port: env.PORT,
  host: env.HOST,
  supergraph: env.SUPERGRAPH,
  drainMs: env.DRAIN_MS,
  logLevel: env.LOG_LEVEL,
}));

/** Whether the settings are those of such a gateway, or are meant to be. */
export function isOpen(env: NodeJS.ProcessEnv): boolean {
  return OWN.some((name) => env[name] !== undefined && env[name] !== '');
}
