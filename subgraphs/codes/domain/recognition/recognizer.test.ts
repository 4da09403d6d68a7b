import { expect, it } from 'vitest';
import { randomOf, SEED } from '../../../../test/sample.ts';
import { systemIdentity } from '../../../kit/identity.ts';
import { createDivisionBook, type Division } from '../../../kit/standards/gbt2260.ts';
import { nodeVerify, nodeVerifyHolder } from '../../persistence/node-crypto.ts';
import { together } from '../../persistence/together.ts';
import { aWorld } from '../lists/situation-fakes.ts';
import type { ReceiptRequest } from './receipt.ts';
import { createRecognizer, type RecognizerPorts } from './recognizer.ts';
import type { ReferenceData, Region } from './reference.ts';

const CODES = 40;
const PURPOSE = 'TRANSPORT';
const { online, situations } = await aWorld(randomOf(SEED), CODES);
const division = (code: string, parent: string | null): Division => ({
  ...{ code, name: code, parent, level: parent === null ? 'NATION' : 'PROVINCE' },
});
const divisions = createDivisionBook([
  ...[division('000000', null), division('330000', '000000')],
  ...[division('510000', '000000'), division('330100', '330000')],
]);
const names = { ZH_HANS: '', ZH_HANT: '', EN: '' };
const regions = new Map<string, Region>(
  ['330000', '510000', '330100'].map((id) => [id, { id, names }]),
);
const railway = { ...systemIdentity('railway', '000000'), purposes: [PURPOSE] };
const airline = { ...systemIdentity('airline', '000000'), purposes: [PURPOSE] };

/** A recognizer in the world, how many look-ups it made, and the receipts it asked for. */
function recognizer(changed: Partial<RecognizerPorts> = {}) {
  const lookUps: number[] = [];
  const receipts: (readonly ReceiptRequest[])[] = [];
  const faults: unknown[] = [];
  const data: ReferenceData = { ...online, regions, policies: [] };
  const made = createRecognizer({
    ...{ verify: nodeVerify(), verifyHolder: nodeVerifyHolder(), divisions },
    ...{ now: () => situations[0]!.now, reference: () => data, shared: online.shared, together },
    statuses: {
      statusesOf(tokens) {
        lookUps.push(tokens.length);
        return Promise.resolve(tokens.map(online.statusOf));
      },
    },
    receiptsFor(requests) {
      receipts.push(requests);
      return Promise.resolve(requests.map(({ text, client }) => `${client} ${text}`));
    },
    onVerdict: () => undefined,
    onFault: (error) => faults.push(error),
    ...changed,
  });
  return { ...made, lookUps, receipts, faults };
}

const items = situations.map(({ text, presentedIn: region }) => ({
  text,
  region,
  purpose: PURPOSE,
}));

it('codes that are asked about one by one at the same time go together, each for whoever asks', async () => {
  const alone = await Promise.all(items.map((item) => recognizer().one(item, railway)));
  const { one, lookUps, receipts, faults } = recognizer();
  const by = (at: number) => (at % 3 === 0 ? airline : railway);
  const found = await Promise.all(items.map((item, at) => one(item, by(at))));
  expect(found).toEqual(
    alone.map((verdict, at) => ({
      ...verdict,
      receipt: `${by(at).subject} ${items[at]!.text}`,
    })),
  );
  expect(new Set(found.map(({ outcome }) => outcome)).size).toBeGreaterThan(1);
  expect(lookUps).toHaveLength(1);
  expect(receipts.map((requests) => requests.length)).toEqual([CODES]);
  expect(faults).toEqual([]);
});

it('are the verdicts of one call of many', async () => {
  const { one, many } = recognizer();
  expect(await Promise.all(items.map((item) => one(item, railway)))).toEqual(
    await many(items, railway),
  );
});

it('a call that is refused is refused alone', async () => {
  const { one, receipts } = recognizer();
  const [first, ...others] = items;
  const refused = expect(one({ ...first!, purpose: 'CURIOSITY' }, railway)).rejects.toThrow(
    'This purpose is not granted to the client.',
  );
  const found = await Promise.all(others.map((item) => one(item, railway)));
  await refused;
  expect(found).toHaveLength(CODES - 1);
  expect(receipts).toHaveLength(1);
});

it('whose region is taken away meanwhile has no verdict, and takes none from another', async () => {
  let left = regions;
  const { one } = recognizer({ reference: () => ({ ...online, regions: left, policies: [] }) });
  const asked = items.map((item) => one(item, railway));
  left = new Map([...regions].filter(([id]) => id !== '510000'));
  const found = await Promise.allSettled(asked);
  for (const [at, { region }] of items.entries()) {
    expect(found[at]?.status).toBe(region === '510000' ? 'rejected' : 'fulfilled');
  }
  expect(new Set(found.map(({ status }) => status)).size).toBe(2);
});
