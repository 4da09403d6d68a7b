import { StartError } from './start-error.ts';

/**
 * Refuses an environment that names an external database by halves: where one of `given` is set, all of
 * `needed` have to be. Otherwise a command would work on the data folder, and make one, because a
 * variable was forgotten.
 * @throws {StartError} naming what is missing
 */
export function refuseHalf(
  env: NodeJS.ProcessEnv,
  given: readonly string[],
  needed: readonly string[] = given,
): void {
  const isSet = (name: string) => env[name] !== undefined && env[name] !== '';
  const named = given.filter(isSet);
  const missing = needed.filter((name) => !isSet(name));
  if (named.length === 0 || missing.length === 0) return;
  throw new StartError(
    `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set, and goes together with ${named.join(' and ')}.`,
  );
}
