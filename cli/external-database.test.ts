import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAgreeing } from './agreement/act-in-codes.ts';
import { openAuditSource } from './audit-source.ts';
import { refuseHalf } from './external-database.ts';
import { placeOf, withDatabases } from './trust/place.ts';

const URL = 'postgres://tongma:secret@127.0.0.1:1/tongma';
const BOTH = ['RESIDENTS_DATABASE_URL', 'CODES_DATABASE_URL'];

describe('an external database', () => {
  it.each<[string, NodeJS.ProcessEnv, RegExp | null]>([
    ['none of it', {}, null],
    ['all of it', { RESIDENTS_DATABASE_URL: URL, CODES_DATABASE_URL: URL }, null],
    ['one half', { RESIDENTS_DATABASE_URL: URL }, /^CODES_DATABASE_URL is not set/],
    ['the other', { CODES_DATABASE_URL: URL }, /^RESIDENTS_DATABASE_URL is not set/],
    [
      'one that is empty',
      { CODES_DATABASE_URL: URL, RESIDENTS_DATABASE_URL: '' },
      /^RESIDENTS_DATABASE_URL is not set/,
    ],
  ])('is named whole or not at all: %s', (_title, env, words) => {
    const look = () => {
      refuseHalf(env, BOTH);
    };
    if (words === null) expect(look).not.toThrow();
    else expect(look).toThrow(words);
  });

  it('is asked for by no value: what is missing is named, what is there is not quoted', () => {
    expect(() => {
      refuseHalf({ CODES_DATABASE_URL: URL }, BOTH);
    }).toThrow(/^(?!.*secret)/);
  });

  it('is never a data folder because a variable was forgotten', async () => {
    const data = join(tmpdir(), `tongma-forgotten-${process.pid}`);
    const place = placeOf({}, data);
    const run = () => Promise.reject(new Error('It ran.'));
    await expect(async () => openAgreeing({ CODES_DATABASE_URL: URL }, place)).rejects.toThrow(
      /^RESIDENTS_DATABASE_URL is not set/,
    );
    await expect(withDatabases({ RESIDENTS_DATABASE_URL: URL }, data, run)).rejects.toThrow(
      /^CODES_DATABASE_URL is not set/,
    );
    await expect(openAuditSource(data, { CODES_DATABASE_URL: URL })).rejects.toThrow(
      /^AUDIT_PUBLIC_KEY is not set/,
    );
    expect(existsSync(data)).toBe(false);
  });
});
