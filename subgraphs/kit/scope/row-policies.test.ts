import { generateKeyPairSync } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isProcessSubject, systemIdentity } from '../identity.ts';
import { signIdentity, verifyIdentity } from '../signed-identity.ts';
import { pemSigner, publicKeyOf } from '../signing/sealed-signer.ts';
import { clearerOf, PROCESS_SUBJECTS } from './row-policies.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const signer = pemSigner(String(privateKey.export({ type: 'pkcs8', format: 'pem' })), 'EdDSA');

async function readAgain(subject: string) {
  const identity = { ...systemIdentity(subject, '330000'), kind: 'OFFICIAL' as const };
  const token = await signIdentity(identity, 'residents', signer);
  return verifyIdentity(token, 'residents', publicKeyOf(signer));
}

/** Names that the SQL of policies and functions compares with, or takes for itself. */
function namesInSql(): string[] {
  const files = globSync('subgraphs/**/*.ts').filter((file) => !file.endsWith('.test.ts'));
  const named = /app\.subject'?(?:, true\))? = '([a-z-]+)'/g;
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(named)].flatMap(([, name]) => name ?? []),
  );
}

describe('names of processes', () => {
  it('are all that row policies know', () => {
    const unknown = namesInSql().filter((name) => !isProcessSubject(name));
    expect(namesInSql().length).toBeGreaterThan(5);
    expect(unknown).toEqual([]);
    const subgraphs = globSync('subgraphs/*/RULES.md').map((file) => basename(dirname(file)));
    expect(subgraphs.map(clearerOf).filter((name) => !isProcessSubject(name))).toEqual([]);
  });

  it.each(PROCESS_SUBJECTS)('%s is nobody’s signed identity', async (subject) => {
    await expect(readAgain(subject)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('are no others', async () => {
    expect((await readAgain('wang')).identity.subject).toBe('wang');
  });
});
