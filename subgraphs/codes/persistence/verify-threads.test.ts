import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { randomOf, SEED } from '../../../test/sample.ts';
import { nodeVerify } from './node-crypto.ts';
import { packChecks, unpackChecks } from './signature-batch.ts';
import { aSigner } from './signing-fakes.ts';
import { verifyThreads } from './verify-threads.ts';

const signers = [aSigner(), aSigner(), aSigner()];
const faults: unknown[] = [];
const threads = verifyThreads((fault) => faults.push(fault));
afterAll(() => threads.close());

/** A check that holds, or that fails in one of some ways. */
async function aCheck(random: (below: number) => number) {
  const signer = signers[random(signers.length)] ?? aSigner();
  const data = randomBytes(random(400));
  const signature = Uint8Array.from(await signer.sign(data));
  const key = { kid: signer.kid, spki: signer.spki };
  const fault = random(8);
  if (fault === 0) signature[random(64)]! ^= 1;
  if (fault === 1) return { data, signature, key: { kid: key.kid, spki: aSigner().spki } };
  if (fault === 2) return { data, signature, key: { kid: '00', spki: new Uint8Array(3) } };
  if (fault === 3) return { data, key, signature: signature.subarray(random(64)) };
  return { key, data, signature };
}

describe('signatures checked in threads', () => {
  it.each([1, 7, 8, 255, 256, 257, 1_000])(
    'are found as one by one: %i together',
    async (count) => {
      const random = randomOf(SEED + count);
      const checks = await Promise.all(Array.from({ length: count }, () => aCheck(random)));
      const together = checks.map(({ key, data, signature }) =>
        threads.verify(key, data, signature),
      );
      const verify = nodeVerify();
      const alone = checks.map(({ key, data, signature }) => verify(key, data, signature));
      expect(await Promise.all(together)).toEqual(await Promise.all(alone));
      expect(await threads.verifyAll(checks)).toEqual(await Promise.all(alone));
      const whole = checks.filter(({ signature }) => signature.length === 64);
      const known = await Promise.all(
        whole.map(({ key, data, signature }) => verify(key, data, signature)),
      );
      expect(await threads.verifyAll(whole)).toEqual(known);
      expect(faults).toEqual([]);
      if (count > 200) expect(new Set(await Promise.all(alone)).size).toBe(2);
    },
  );

  it('are checked all the same once the threads have ended', async () => {
    const said: unknown[] = [];
    const ended = verifyThreads((fault) => said.push(fault));
    const [signer] = signers;
    if (!signer) throw new Error('There is no signer.');
    const data = randomBytes(10);
    const signature = await signer.sign(data);
    const check = () => ended.verify(signer, data, signature);
    expect(await Promise.all(Array.from({ length: 20 }, check))).not.toContain(false);
    await ended.close();
    const checks = Array.from({ length: 20 }, () => ({ key: signer, data, signature }));
    expect(await ended.verifyAll(checks)).toEqual(checks.map(() => true));
    expect(await Promise.all(Array.from({ length: 20 }, check))).not.toContain(false);
    expect(said).toEqual([]);
  });

  it('are packed and unpacked as they are', () => {
    const checks = [0, 1, 300].map((length, at) => ({
      key: { kid: String(at % 2), spki: randomBytes(91) },
      ...{ data: randomBytes(length), signature: randomBytes(64) },
    }));
    const found = [...unpackChecks(packChecks(checks))];
    const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
    const texts = (all: typeof found) =>
      all.map(({ key, data, signature }) => [key.kid, ...[key.spki, data, signature].map(hex)]);
    expect(texts(found)).toEqual(texts(checks));
  });
});
