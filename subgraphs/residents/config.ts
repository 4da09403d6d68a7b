import { z } from 'zod';
import { key32, keyFile, logLevel, poolMax, postgresUrl } from '../kit/config-fields.ts';
import { localWrapper } from '../kit/keys/local-wrapper.ts';
import { serverConfig } from '../kit/server-config.ts';

/** The key-encryption key: in a file, or in a variable beside which the old one may stand. */
const fieldKeys = z.object({
  FIELD_KEY: key32.optional(),
  FIELD_KEY_OLD: key32.optional(),
  FIELD_KEY_FILE: keyFile.optional(),
});

function isOneOf({ FIELD_KEY, FIELD_KEY_FILE }: { FIELD_KEY?: unknown; FIELD_KEY_FILE?: unknown }) {
  return (FIELD_KEY === undefined) !== (FIELD_KEY_FILE === undefined);
}

function wrapperOf(env: z.infer<typeof fieldKeys>) {
  const { FIELD_KEY: current, FIELD_KEY_OLD: old, FIELD_KEY_FILE: file } = env;
  if (file) return localWrapper(file);
  if (!current) throw new Error('No field key.'); // refused before
  return localWrapper(() => ({ current, old: old ? [old] : [] }));
}

/** What wraps the keys of the ring, as the environment says it. */
export const keyWrapperConfig = fieldKeys
  .refine(isOneOf, {
    path: ['FIELD_KEY'],
    message: 'needs 32 bytes, base64url; or else FIELD_KEY_FILE, and not both',
    when: () => true, // said together with whatever else is wrong
  })
  .transform(wrapperOf);

/** Settings of the residents subgraph. No secret has a default. */
export const residentsConfig = z
  .object({
    RESIDENTS_DATABASE_URL: postgresUrl,
    RESIDENTS_POOL_MAX: poolMax,
    ...fieldKeys.shape,
    INDEX_KEY: key32.optional(),
    LOG_LEVEL: logLevel,
  })
  .refine(isOneOf, {
    path: ['FIELD_KEY'],
    message: 'needs 32 bytes, base64url; or else FIELD_KEY_FILE, and not both',
    when: () => true,
  })
  .transform((env) => ({
    databaseUrl: env.RESIDENTS_DATABASE_URL,
    poolMax: env.RESIDENTS_POOL_MAX,
    keyWrapper: wrapperOf(env),
    indexKey: env.INDEX_KEY ?? null,
    logLevel: env.LOG_LEVEL,
  }));

/** Settings as {@link residentsConfig} reads them. */
export type ResidentsConfig = z.infer<typeof residentsConfig>;

/** Further settings of the process that serves residents over HTTP. */
export const residentsServerConfig = serverConfig('RESIDENTS_PORT');
