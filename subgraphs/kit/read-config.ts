import type { z } from 'zod';
import { OperatorError } from './operator-error.ts';

/** Settings that cannot be used: every bad variable by name, never by value. */
export class ConfigError extends OperatorError {
  override readonly name = 'ConfigError';
}

/**
 * Reads settings from the environment once; a variable that is set to nothing is not set.
 * @throws {ConfigError} names all bad variables at once
 */
export function readConfig<T>(schema: z.ZodType<T>, env: NodeJS.ProcessEnv): T {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  // zod's own messages may quote what was given; only names and the expectation are passed on.
  const lines = result.error.issues.map(({ path, code, message }) => {
    const name = path.join('.');
    if (code === 'custom' || code === 'too_small') return `${name}: ${message}`;
    return given[name] === undefined ? `${name}: is not set` : `${name}: not usable (${code})`;
  });
  throw new ConfigError(`These settings cannot be used:\n  ${[...new Set(lines)].join('\n  ')}`);
}
