import { describe, expect, it } from 'vitest';
import { after } from '../../persistence/signing-fakes.ts';
import { signAgreement } from '../recognition/signed-agreement.ts';
import type { ListedStatus } from '../status/status-bits.ts';
import type { ListBundle } from './held-lists.ts';
import {
  AGREEMENT,
  CLAIMS,
  ID,
  KEYS,
  NOTHING,
  RECEIVER,
  aVerifier,
  evidenceOf,
  given,
  goodBundle,
  listOf,
  signer,
  statementOf,
  termsOf,
  trustOf,
  verdictOf,
} from './list-fakes.ts';

describe('lists that hold', () => {
  it('give a verdict with no network', async () => {
    expect(await given({})).toEqual({ faults: [], verdict: 'RECOGNIZED VERIFIED GREEN' });
  });

  it.each<[ListedStatus, string]>([
    ['YELLOW', 'RECOGNIZED VERIFIED YELLOW'],
    ['RED', 'RECOGNIZED VERIFIED RED'],
    ['ASK', 'CROSS_CHECK SUSPENDED -'],
  ])('say %s whatever the token says', async (status, expected) => {
    const list = await listOf(status);
    const said = { statusLists: [list], statements: [await statementOf(list)] };
    expect((await given(said)).verdict).toBe(expected);
  });

  it.each([
    ['by cti', { ctis: [CLAIMS.cti] }, 'NOT_RECOGNIZED WITHDRAWN -'],
    [
      'by place',
      { places: [{ list: ID, place: CLAIMS.statusIndex }] },
      'NOT_RECOGNIZED WITHDRAWN -',
    ],
    ['by key', { kids: [signer.paper.kid] }, 'NOT_RECOGNIZED KEY_TERMINATED -'],
    ['another by cti', { ctis: [new Uint8Array(8)] }, 'RECOGNIZED VERIFIED GREEN'],
    ['another by place', { places: [{ list: ID, place: 1 }] }, 'RECOGNIZED VERIFIED GREEN'],
    ['another by key', { kids: [signer.dynamic.kid] }, 'RECOGNIZED VERIFIED GREEN'],
  ])('name what is withdrawn, %s', async (_title, said, expected) => {
    const statements = [await statementOf((await goodBundle()).statusLists[0]!, said)];
    expect((await given({ statements })).verdict).toBe(expected);
  });

  it('cannot withdraw the key of another region', async () => {
    const kids = [signer.paper.kid];
    const other = await statementOf(null, { issuer: RECEIVER, kids }, signer.receiverStatus);
    const said = await given({ statements: [...(await goodBundle()).statements, other] });
    expect(said).toEqual({ faults: [], verdict: 'RECOGNIZED VERIFIED GREEN' });
  });
});

describe('what is held', () => {
  const flipped = (bytes: Uint8Array) => bytes.with(bytes.length - 1, bytes.at(-1)! ^ 1);

  it('leave what was held', async () => {
    const verifier = aVerifier();
    await verifier.load(await goodBundle());
    await verifier.load({ ...NOTHING, statements: [flipped((await goodBundle()).statements[0]!)] });
    await verifier.load({ ...NOTHING, trustList: flipped((await goodBundle()).trustList!) });
    expect(await verdictOf(verifier)).toBe('RECOGNIZED VERIFIED GREEN');
  });

  it.each<[string, (red: ListBundle) => ListBundle, string]>([
    [
      'statements',
      (red) => ({ ...NOTHING, statements: red.statements, statusLists: red.statusLists }),
      'statements ROLLBACK',
    ],
    ['terms', (red) => ({ ...NOTHING, terms: red.terms }), 'terms ROLLBACK'],
    ['trust list', (red) => ({ ...NOTHING, trustList: red.trustList }), 'trustList ROLLBACK'],
  ])('of older %s do not replace newer ones', async (_title, older, fault) => {
    const verifier = aVerifier(() => after(60));
    const list = await listOf('RED', { issuedAt: after(30) });
    const newer = {
      ...(await goodBundle()),
      trustList: await trustOf(KEYS, { version: 2 }),
      ...{ statusLists: [list], statements: [await statementOf(list, { issuedAt: after(30) })] },
      terms: [await termsOf({ issuedAt: after(30) })],
    };
    await verifier.load(newer);
    const refused = await verifier.load(older(await goodBundle()));
    expect(refused.map(({ list: which, fault: why }) => `${which} ${why}`)).toContain(fault);
    expect(await verdictOf(verifier)).toBe('RECOGNIZED VERIFIED RED');
  });

  it('fall with the key that signed them', async () => {
    const verifier = aVerifier();
    await verifier.load(await goodBundle());
    const without = KEYS.map((key) =>
      key.use === 'status' ? { ...key, state: 'TERMINATED' as const } : key,
    );
    await verifier.load({ ...NOTHING, trustList: await trustOf(without, { version: 2 }) });
    expect(await verdictOf(verifier)).toBe('CROSS_CHECK VERIFIED -');
  });
});

describe('a status', () => {
  it.each([
    ['as old as it may be', after(3_600), 'RECOGNIZED VERIFIED GREEN'],
    ['older', after(3_601), 'STALE VERIFIED -'],
  ])('%s', async (_title, at, expected) => {
    const verifier = aVerifier(() => at);
    await verifier.load(await goodBundle());
    expect(await verdictOf(verifier)).toBe(expected);
  });

  it('made fresh by a new statement alone holds on, without its list being sent again', async () => {
    const verifier = aVerifier(() => after(3_601));
    await verifier.load(await goodBundle());
    const statements = [
      await statementOf((await goodBundle()).statusLists[0]!, { issuedAt: after(3_600) }),
    ];
    expect(await verifier.load({ ...NOTHING, statements })).toEqual([]);
    expect(await verdictOf(verifier)).toBe('RECOGNIZED VERIFIED GREEN');
  });
});

describe('shared evidence', () => {
  const condition = {
    ...{ id: 'N48', kind: 'NOT_DETECTED_WITHIN' as const, hours: 48, colors: ['GREEN'] as const },
  };
  const agreement = { ...AGREEMENT, conditions: [condition] };
  const asking = async () => ({
    agreements: [await signAgreement(agreement, [signer.policy, signer.issuerPolicy])],
  });

  it('meets a condition that nothing else speaks of', async () => {
    const agreements = (await asking()).agreements;
    expect((await given({ agreements })).verdict).toBe('RECOGNIZED VERIFIED GREEN');
    expect((await given({ agreements, evidence: [] })).verdict).toBe('CROSS_CHECK VERIFIED GREEN');
    const evidence = [await evidenceOf({ records: new Uint8Array() })];
    expect((await given({ agreements, evidence })).verdict).toBe('NOT_RECOGNIZED VERIFIED GREEN');
  });

  it('stays when older evidence comes, and falls with its key', async () => {
    const verifier = aVerifier(() => after(10));
    await verifier.load({ ...(await goodBundle()), ...(await asking()) });
    const older = await evidenceOf({ issuedAt: after(-60), records: new Uint8Array() });
    expect(await verifier.load({ ...NOTHING, evidence: [older] })).toMatchObject([
      { list: 'evidence', fault: 'ROLLBACK' },
    ]);
    expect(await verdictOf(verifier)).toBe('RECOGNIZED VERIFIED GREEN');
    const keys = KEYS.map((key) =>
      key.use === 'evidence' ? { ...key, state: 'TERMINATED' as const } : key,
    );
    await verifier.load({ ...NOTHING, trustList: await trustOf(keys, { version: 2 }) });
    expect(await verdictOf(verifier)).toBe('CROSS_CHECK VERIFIED GREEN');
  });
});
