import type { z } from 'zod';

/** Settings that cannot be used: every bad variable by name, never by value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads settings from the environment once. @throws {ConfigError} names all bad variables at once */
export function readConfig<T>(schema: z.ZodType<T>, env: NodeJS.ProcessEnv): T {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  // zod's own messages may quote what was given; only names and the expectation are passed on.
  const lines = result.error.issues.map(
    ({ path, code, message }) =>
      `${path.join('.')}: ${code === 'custom' || code === 'too_small' ? message : `not usable (${code})`}`,
  );
  throw new ConfigError(`These settings cannot be used:\n  ${lines.join('\n  ')}`);
}
