import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NOTHING_BEFORE, sha256 } from './chain.ts';
import { checkpointHash, signCheckpoint, type Checkpoint } from './checkpoint.ts';
import { isCosigned } from './cosign.ts';
import { pemSigner, publicKeyOf } from '../signing/sealed-signer.ts';
import { witnessOf } from './witness.ts';

function newSigner() {
  const { privateKey } = generateKeyPairSync('ed25519');
  return pemSigner(String(privateKey.export({ type: 'pkcs8', format: 'pem' })), 'EdDSA');
}

const ours = newSigner();
const theirs = newSigner();
const folder = mkdtempSync(join(tmpdir(), 'tongma-cosign-'));
let files = 0;
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Checkpoints of another log, each over the one before. */
async function chainOf(length: number, root = 'root', from?: Checkpoint): Promise<Checkpoint[]> {
  const chain: Checkpoint[] = [];
  for (let n = 0; n < length; n += 1) {
    const before = chain.at(-1) ?? from;
    const number = (before?.number ?? 0) + 1;
    const previous = before ? checkpointHash(before) : NOTHING_BEFORE;
    const facts = { log: 'other', number, at: number * 60_000, previous };
    const whole = { ...facts, root: sha256(Buffer.from(`${root}${number}`)) };
    chain.push(await signCheckpoint(whole, theirs));
  }
  return chain;
}

function witness() {
  const file = join(folder, `seen-${(files += 1)}.json`);
  const logs = [{ log: 'other', key: publicKeyOf(theirs) }];
  return witnessOf({ log: 'ours', key: ours }, logs, file);
}

const refused = (fault: string, seen: number) => ({ refused: fault, seen });

describe('a witness', async () => {
  const chain = await chainOf(6);

  it('cosigns what goes on from what it saw, also again', async () => {
    const look = witness();
    for (const part of [chain.slice(0, 2), chain.slice(2, 4), chain.slice(2, 4), chain.slice(1)]) {
      const answer = await look(part);
      const hash = checkpointHash(part.at(-1)!);
      if ('refused' in answer) throw new Error(answer.refused);
      const signature = Buffer.from(answer.signature, 'base64url');
      expect(isCosigned('ours', hash, signature, publicKeyOf(ours))).toBe(true);
      expect(isCosigned('other', hash, signature, publicKeyOf(ours))).toBe(false);
    }
  });

  it('refuses a fork, at once or later, and one of the same place', async () => {
    const look = witness();
    await look(chain.slice(0, 3));
    expect(await look(await chainOf(2, 'fork', chain[1]))).toEqual(refused('FORK', 3));
    expect(await look(await chainOf(1, 'fork', chain[1]))).toEqual(refused('FORK', 3));
    expect(await look((await chainOf(4, 'fork')).slice(3))).toEqual(refused('FORK', 3));
    expect(await look(chain.slice(3))).toMatchObject({ witness: 'ours' });
  });

  it('refuses a log that went back, and one that leaves something out', async () => {
    const look = witness();
    await look(chain.slice(0, 4));
    expect(await look(chain.slice(0, 2))).toEqual(refused('ROLLBACK', 4));
    expect(await look(chain.slice(5))).toEqual(refused('GAP', 4));
    expect(await look([chain[4]!, chain[5]!])).toMatchObject({ witness: 'ours' });
  });

  it('refuses what is not signed by the log it knows, and logs that it does not know', async () => {
    const look = witness();
    expect(await look([{ ...chain[0]!, at: 1 }])).toEqual(refused('BAD_SIGNATURE', 0));
    expect(await look([{ ...chain[0]!, log: 'another' }])).toEqual(refused('UNKNOWN_LOG', 0));
    expect(await look([chain[0]!, { ...chain[1]!, log: 'another' }])).toEqual(
      refused('UNKNOWN_LOG', 0),
    );
    expect(await look([])).toEqual(refused('UNKNOWN_LOG', 0));
  });
});
