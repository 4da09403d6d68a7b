import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { nodeVerify, packed, sha256 } from '../../persistence/node-crypto.ts';
import { after, aKey, aSigner, aTrust, ISSUER, NOW } from '../../persistence/signing-fakes.ts';
import { PLACES } from '../status/place.ts';
import { allGreen, setStatus } from '../status/status-bits.ts';
import { LISTS_MAX, signStatement } from '../status/statement.ts';
import { signStatusList } from '../status/status-list.ts';
import { openLists } from './held-lists.ts';

setFlagsFromString('--expose-gc');
const collector: unknown = runInNewContext('gc');
const isCollector = (given: unknown): given is () => void => typeof given === 'function';

/** Bytes that arrays take, once what nobody holds is given back. */
function inUse(): number {
  if (isCollector(collector)) collector();
  return process.memoryUsage().arrayBuffers;
}

const signer = aSigner();
const trust = aTrust([aKey(signer, { use: 'status' })]);
const LIFE = { issuedAt: NOW, expiresAt: after(86_400) };
const idOf = (part: number) => ({
  ...{ issuer: ISSUER, kind: 'PAPER' as const, issuedOn: '2022-11-24', part },
});

/** Lists of as many parts of a day, all with the same bits, as another stack sends them. */
async function sent(bits: Uint8Array, count: number) {
  const zlib = packed(bits);
  const lists = [];
  for (let part = 0; part < count; part += 1) {
    const id = idOf(part);
    const signed = await signStatusList({ id, ...LIFE }, zlib, signer);
    lists.push({ id, signed, digest: sha256(signed) });
  }
  const said = { issuer: ISSUER, ...LIFE, lists, ctis: [], places: [], kids: [] };
  return { statement: await signStatement(said, signer), lists: lists.map((one) => one.signed) };
}

function opened(statement: Uint8Array, statusLists: readonly Uint8Array[]) {
  return openLists(
    {
      ...{ trustList: null, terms: [], agreements: [] },
      ...{ statements: [statement], statusLists },
    },
    { trust, terms: new Map(), agreements: [], issuers: new Map() },
    {
      ...{ roots: [], threshold: 1, environment: 'production', verify: nodeVerify(), now: NOW },
      sha256: (bytes) => Promise.resolve(sha256(bytes)),
    },
  );
}

describe('what a stack sends', () => {
  it('takes no more memory than a few times its length', async () => {
    const bits = allGreen();
    for (let place = 0; place < PLACES; place += 70_000) setStatus(bits, place, 'RED');
    for (const some of [allGreen(), bits]) {
      const { statement, lists } = await sent(some, 500);
      const before = inUse();
      const { lists: held, refused } = await opened(statement, lists);
      expect(refused).toEqual([]);
      const kept = [...(held?.issuers.get(ISSUER)?.lists.values() ?? [])];
      expect(kept).toHaveLength(500);
      const length = lists.reduce((sum, signed) => sum + signed.length, statement.length);
      expect(kept.reduce((sum, { statuses }) => sum + statuses.bytes, 0)).toBeLessThan(length);
      // Also what nobody asks for any more: the bits were 128 MiB.
      await expect.poll(() => inUse() - before).toBeLessThan(length * 16);
      expect(kept.every(({ statuses }) => statuses.at(1) === 'GREEN')).toBe(true);
    }
  });

  it('is refused where it is a pattern that would take a hundred times its length', async () => {
    const bits = allGreen().fill(0b00_01_00_10, 0, 50_000);
    const { statement, lists } = await sent(bits, 1);
    expect((await opened(statement, lists)).refused).toEqual([
      { list: 'statusLists', at: 0, fault: 'MALFORMED' },
    ]);
  });

  it('is not refused where some in a row are not green', async () => {
    const bits = allGreen();
    for (let place = 0; place < 1_000; place += 1) setStatus(bits, place, 'RED');
    const { statement, lists } = await sent(bits, 1);
    expect((await opened(statement, lists)).refused).toEqual([]);
  });

  it.each([
    ['as many lists as there can be', LISTS_MAX, []],
    ['one more', LISTS_MAX + 1, [{ list: 'statements', at: 0, fault: 'TOO_LARGE' }]],
  ])('names %s', async (_title, count, refused) => {
    const lists = Array.from({ length: count }, (_, part) => {
      return { id: idOf(part), digest: new Uint8Array(32) };
    });
    const said = { issuer: ISSUER, ...LIFE, lists, ctis: [], places: [], kids: [] };
    expect((await opened(await signStatement(said, signer), [])).refused).toEqual(refused);
  });
});
