import { existsSync, readFileSync } from 'node:fs';
import { StartError } from '../start-error.ts';
import type { DatabaseUrls } from './database.ts';
import { writeSealed } from './sealed-file.ts';
import { DATABASE_ROLES, eachRole, random, type Secrets } from './secrets.ts';

/** Variable that holds the connection URL of each role. */
export const URL_VARIABLES = {
  tongma_owner: 'TONGMA_OWNER_URL',
  tongma_residents: 'RESIDENTS_DATABASE_URL',
  tongma_health: 'HEALTH_RECORDS_DATABASE_URL',
  tongma_travel: 'TRAVEL_HISTORY_DATABASE_URL',
  tongma_codes: 'CODES_DATABASE_URL',
  tongma_recognize: 'CODES_RECOGNIZE_URL',
  tongma_gateway: 'GATEWAY_DATABASE_URL',
  tongma_checkpoint: 'CHECKPOINT_DATABASE_URL',
} as const;

function valuesOf(path: string): Map<string, string> {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf('=')),
      line.slice(line.indexOf('=') + 1).replaceAll("'", ''),
    ]),
  );
}

/**
 * Passwords of the roles as an earlier run wrote them, or new ones.
 * @throws {StartError} when the file holds something else
 */
export function keptPasswords(path: string): Pick<Secrets, 'rolePasswords'> {
  const values = valuesOf(path);
  return {
    rolePasswords: eachRole((role) => {
      const url = values.get(URL_VARIABLES[role]);
      if (url === undefined) return random();
      const password = URL.canParse(url) ? new URL(url).password : '';
      if (/^[\w-]+$/.test(password)) return password;
      throw new StartError(`${path} holds something else in ${URL_VARIABLES[role]}.`);
    }),
  };
}

/**
 * Writes the URLs as `NAME='value'` lines, for a shell's `.`, Compose and systemd alike.
 * @throws {OperatorError} when the file cannot be written
 */
export function writeUrls(path: string, urls: DatabaseUrls): void {
  const lines = DATABASE_ROLES.map((role) => `${URL_VARIABLES[role]}='${urls[role]}'\n`);
  writeSealed(path, lines.join(''));
}
