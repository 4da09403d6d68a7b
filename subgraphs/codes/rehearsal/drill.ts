import { newKey } from '../../kit/signing/new-key.ts';
import { pemSigner } from '../../kit/signing/sealed-signer.ts';
import type { RehearsalStep } from '../domain/rehearsal/rehearsal.ts';
import type { Signer } from '../domain/token/keys.ts';
import { checkOffline, specimenBy } from '../specimens.ts';
import {
  openListHere,
  signTrustList,
  type TrustedKey,
  type TrustIndex,
  type TrustList,
  type TrustRoots,
} from '../trust.ts';
import { stepOf } from './steps.ts';

const DAY_MS = 86_400_000;

/** Lists that follow the real one, signed with roots that were made for this and are thrown away. */
function drillLists(real: TrustList, now: Date) {
  const pems = [newKey(), newKey()];
  const signers = pems.map((pem) => pemSigner(pem, 'ES256'));
  const roots: TrustRoots = {
    ...{ environment: real.environment, threshold: 2 },
    roots: signers.map(({ spki }) => Buffer.from(spki).toString('base64')),
  };
  const life = { issuedAt: real.issuedAt, expiresAt: real.expiresAt };
  return {
    signed: (regions: TrustList['regions'], after: number) =>
      signTrustList({ ...real, ...life, regions, version: real.version + after }, signers),
    async opened(bytes: Uint8Array, current = 0): Promise<TrustIndex> {
      const index = await openListHere(bytes, roots, { now, current });
      if ('fault' in index) throw new Error(index.fault);
      return index;
    },
  };
}

function withKeys(
  list: TrustList,
  region: string,
  keys: (old: readonly TrustedKey[]) => TrustedKey[],
) {
  return list.regions.map((one) =>
    one.region === region ? { ...one, keys: keys(one.keys) } : one,
  );
}

async function expectStatus(text: string, index: TrustIndex, now: Date, expected: string) {
  const { status } = await checkOffline(text, index, now);
  if (status !== expected) throw new Error(`the code is ${status}, not ${expected}`);
}

const HERE = 'with roots made for this rehearsal and thrown away';

/**
 * Rehearses what only a trust list can do, on copies of the real one in memory: a key that is rolled
 * with overlap, a key that is withdrawn, an older list that comes back.
 */
export async function drill(
  trust: TrustIndex,
  region: string,
  signer: Signer,
  now: Date,
): Promise<RehearsalStep[]> {
  const { signed, opened } = drillLists(trust.list, now);
  const fresh = pemSigner(newKey(), 'ES256');
  const added: TrustedKey = {
    ...{ kid: fresh.kid, spki: new Uint8Array(fresh.spki), alg: 'ES256', use: 'specimen', region },
    ...{ notBefore: new Date(now.getTime() - 60_000), state: 'ACTIVE' },
    notAfter: new Date(now.getTime() + DAY_MS),
  };
  const rolled = withKeys(trust.list, region, (keys) => [...keys, added]);
  const without = withKeys({ ...trust.list, regions: rolled }, region, (keys) =>
    keys.map((key) => (key.kid === signer.kid ? { ...key, state: 'TERMINATED' as const } : key)),
  );
  const [second, third] = [await signed(rolled, 1), await signed(without, 2)];
  const [old, next] = [signer, fresh].map((by) => specimenBy(by, region, 'GREEN', now));
  const [oldText, newText] = [(await old)?.text ?? '', (await next)?.text ?? ''];
  return [
    await stepOf('KEY_ROLLED', async () => {
      const index = await opened(second);
      await expectStatus(oldText, index, now, 'SPECIMEN');
      await expectStatus(newText, index, now, 'SPECIMEN');
      return `codes of the old key and of the new one hold, ${HERE}`;
    }),
    await stepOf('WITHDRAWN_KEY_REFUSED', async () => {
      const index = await opened(third);
      await expectStatus(oldText, index, now, 'KEY_TERMINATED');
      await expectStatus(newText, index, now, 'SPECIMEN');
      return `codes of the old key are refused, ${HERE}`;
    }),
    await stepOf('ROLLBACK_REFUSED', async () => {
      const fault = await opened(second, trust.list.version + 2).then(
        () => 'taken',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
      if (fault !== 'ROLLBACK') throw new Error(`an older list is ${fault}`);
      return `an older list is not taken, ${HERE}`;
    }),
  ];
}
