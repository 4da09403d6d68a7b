import { createPrivateKey } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { StartError } from '../start-error.ts';
import { DATABASE_ROLES, readSecrets } from './secrets.ts';
import { temporaryFolder } from './test-kit.ts';

const root = temporaryFolder();
const file = join(root, 'secrets.json');

afterAll(() => {
  rmSync(root, { recursive: true });
});

it('makes them once, for their owner alone', () => {
  const made = readSecrets(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readSecrets(file)).toEqual(made);
  expect(readdirSync(root)).toEqual(['secrets.json']);
});

it('makes each its own, of the length it needs', () => {
  const { superuserPassword, rolePasswords, fieldKey, indexKey, identityKey } = readSecrets(file);
  const passwords = [superuserPassword, ...Object.values(rolePasswords), fieldKey, indexKey];
  expect(Object.keys(rolePasswords).sort()).toEqual([...DATABASE_ROLES].sort());
  expect(new Set(passwords).size).toBe(DATABASE_ROLES.length + 3);
  for (const secret of passwords) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(createPrivateKey(identityKey).asymmetricKeyType).toBe('ed25519');
});

it('gives a role that came later a password and keeps the others', () => {
  const { rolePasswords, ...rest } = readSecrets(file);
  const { tongma_gateway: dropped, ...earlier } = rolePasswords;
  writeFileSync(file, JSON.stringify({ ...rest, rolePasswords: earlier }));
  const now = readSecrets(file);
  const { tongma_gateway: given, ...others } = now.rolePasswords;
  expect({ ...now, rolePasswords: others }).toEqual({ ...rest, rolePasswords: earlier });
  expect(given).toMatch(/^[\w-]{43}$/);
  expect(given).not.toBe(dropped);
  expect(readSecrets(file)).toEqual(now);
});

it.each<{ fault: string; spoil: (text: string) => string }>([
  { fault: 'empty', spoil: () => '' },
  { fault: 'cut short', spoil: (text) => text.slice(0, 200) },
  { fault: 'without a key', spoil: (text) => text.replace('fieldKey', 'other') },
  { fault: 'with a short key', spoil: (text) => text.replace(/("indexKey": ".{20}).*"/, '$1"') },
  { fault: 'with a broken identity key', spoil: (text) => text.replace('PRIVATE KEY', 'KEY') },
])('refuses a file that is $fault, and leaves it as it is', ({ spoil }) => {
  const broken = join(root, 'broken.json');
  const text = spoil(readFileSync(file, 'utf8'));
  writeFileSync(broken, text);
  expect(() => readSecrets(broken)).toThrow(
    new StartError(`The file ${broken} is broken; restore it, or start with another folder.`),
  );
  expect(readFileSync(broken, 'utf8')).toBe(text);
});
