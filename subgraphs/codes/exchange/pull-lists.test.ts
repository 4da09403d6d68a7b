import type { MikroORM } from '@mikro-orm/postgresql';
import { expect, it } from 'vitest';
import { createLog } from '../../kit/log.ts';
import { trustIndex } from '../domain/trust/trust-list.ts';
import { nodeVerify } from '../persistence/node-crypto.ts';
import { aKey, aSigner, aTrustList, NOW } from '../persistence/signing-fakes.ts';
import { listPulling, type ListPullerParts } from './pull-lists.ts';

const signer = aSigner();
const list = aTrustList([
  aKey(aSigner(), { region: '330000' }),
  aKey(signer, { region: '330100', use: 'evidence' }),
  aKey(aSigner(), { region: '510000', use: 'evidence' }),
]);
const regions = list.regions.map((one) =>
  one.region === '510000' ? { ...one, endpoint: 'https://codes.sc.example' } : one,
);

/** Whether fetching gets as far as the database, and what is said of it. */
async function fetched(withKey: readonly string[]) {
  const said: unknown[] = [];
  let reached = false;
  const log = createLog('codes', 'silent');
  log.error = (given: unknown) => void said.push(given);
  const parts = {
    orm: new Proxy({} as MikroORM, {
      get: () => {
        reached = true;
        return undefined;
      },
    }),
    ...{
      trust: () => trustIndex({ ...list, regions }),
      ownTrust: () => null,
      log,
      verify: nodeVerify(),
      now: () => NOW,
    },
    ...{ isLocal: (region: string) => region !== '510000', receivers: () => [] },
    keys: { signer: (region: string) => (withKey.includes(region) ? signer : undefined) },
  };
  await listPulling(parts as unknown as ListPullerParts)();
  return { reached, said };
}

it.each([[['330000', '330100']], [['330000']], [['330100']]])(
  'other stacks are asked where %j have a key to ask with',
  async (withKey) => {
    expect(await fetched(withKey)).toEqual({ reached: true, said: [] });
  },
);

it('where no region has one, the operator is told', async () => {
  expect(await fetched([])).toEqual({
    reached: false,
    said: [{ alarm: 'NO_EVIDENCE_KEY', endpoint: 'https://codes.sc.example' }],
  });
});
