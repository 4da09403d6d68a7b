import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../../../test/system/support/empty-database.ts';
import { openOrm } from '../../kit/orm.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { PAIR, someSides, someTerms } from '../domain/agreement/agreement-fakes.ts';
import type { AgreementStore } from '../domain/agreement/agreement-store.ts';
import { INCOMING_MAX } from '../domain/agreement/choose-incoming.ts';
import { ALONE_MAX } from '../domain/agreement/take-in-agreement.ts';
import { signAgreementWithdrawal } from '../domain/recognition/agreement-withdrawal.ts';
import { openAgreement, signAgreement } from '../domain/recognition/signed-agreement.ts';
import { codesPublisher } from '../publish.ts';
import { agreementCounts } from './agreement-counts.ts';
import { AgreementDraftRow, AgreementRow, AgreementWithdrawalRow } from './agreement.entity.ts';
import { agreementExchange } from './agreement-exchange.ts';
import { agreementStore } from './agreement.store.ts';
import { HealthCodeRow } from './health-code.entity.ts';
import { after, NOW } from './signing-fakes.ts';
import { storage } from './storage.ts';
import { addVerificationCounts } from './verification-count.store.ts';

const { receiver, issuer, stranger, trust, verify } = someSides();
const bytes = (text: string) => Buffer.from(text);
const key = (version: number) => ({ ...PAIR, version });

let database: EmptyDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await emptyDatabase();
  orm = await openOrm(storage, database.urls.tongma_codes, 4);
});

afterAll(async () => {
  await orm.close();
  await database.drop();
});

const scope = (region: string) => ({ regions: [region], residents: '*', subject: 'x' }) as const;
const within = <T>(region: string, work: (store: AgreementStore) => Promise<T>) =>
  inScope(orm, scope(region), (tx) => work(agreementStore(tx)));
const all = () => within('000000', (store) => store.ofPairs([PAIR]));

describe('versions', () => {
  it('are added by the receiver alone, each number once', async () => {
    const add = (region: string) => within(region, (store) => store.add(key(1), bytes('half')));
    await expect(add(PAIR.issuer)).rejects.toThrow('row-level security');
    expect((await Promise.all([add(PAIR.receiver), add(PAIR.receiver)])).toSorted()).toEqual([
      ...[false, true],
    ]);
    expect(await all()).toEqual([{ ...key(1), signed: bytes('half'), withdrawals: [] }]);
  });

  it('gain signatures by the issuer alone, over what was read', async () => {
    const replace = (region: string, read: string) =>
      within(region, (store) => store.replace(key(1), bytes(read), bytes('whole')));
    expect(await replace('440000', 'half')).toBe(false);
    expect(await replace(PAIR.receiver, 'half')).toBe(false);
    expect(await replace(PAIR.issuer, 'other')).toBe(false);
    const both = [replace(PAIR.issuer, 'half'), replace(PAIR.issuer, 'half')];
    expect((await Promise.all(both)).toSorted()).toEqual([false, true]);
    expect(await all()).toMatchObject([{ signed: bytes('whole') }]);
  });

  it('are withdrawn by either side for itself, and by nobody else', async () => {
    const withdraw = (region: string, side: string) =>
      within(region, (store) => store.withdraw({ ...key(1), side, signed: bytes(side) }));
    await expect(withdraw(PAIR.receiver, PAIR.issuer)).rejects.toThrow('row-level security');
    await expect(withdraw('440000', PAIR.receiver)).rejects.toThrow('row-level security');
    expect(await withdraw(PAIR.receiver, PAIR.receiver)).toBe(true);
    expect(await withdraw(PAIR.receiver, PAIR.receiver)).toBe(false);
    expect(await withdraw(PAIR.issuer, PAIR.issuer)).toBe(true);
    const [one] = await all();
    expect(one?.withdrawals.map(String).toSorted()).toEqual(['330000', '510000']);
  });

  it('are listed by pair, the newest first, page by page, of one side or of all', async () => {
    await within(PAIR.receiver, (store) => store.add(key(2), bytes('x')));
    await within('000000', (store) =>
      store.add({ receiver: '000000', issuer: '330000', version: 1 }, bytes('x')),
    );
    const list = async (region: string | null, first: number, from: string[] | null = null) => {
      const { rows, all } = await within('440000', async (store) => {
        const found = await store.list(region, { first, after: from });
        return { rows: found.rows, all: await found.total() };
      });
      const ids = rows.slice(0, first).map(({ receiver: r, version }) => `${r} ${version}`);
      return [...ids, all];
    };
    expect(await list(null, 9)).toEqual(['000000 1', '510000 2', '510000 1', 3]);
    expect(await list('510000', 1)).toEqual(['510000 2', 2]);
    expect(await list('510000', 1, ['510000', '330000', '2'])).toEqual(['510000 1', 2]);
    expect(await list('330000', 9)).toEqual(['000000 1', '510000 2', '510000 1', 3]);
    expect(await list('440000', 9)).toEqual([0]);
    await expect(list(null, 1, ['x'])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it.each<[string, (em: EntityManager) => Promise<unknown>]>([
    ['deletes a version', (em) => em.nativeDelete(AgreementRow, { region: PAIR.receiver })],
    [
      'gives a version another number',
      (em) => em.nativeUpdate(AgreementRow, { region: PAIR.receiver }, { version: 9 }),
    ],
    [
      'takes back a withdrawal',
      (em) => em.nativeDelete(AgreementWithdrawalRow, { region: PAIR.receiver }),
    ],
    [
      'changes a withdrawal',
      (em) => em.nativeUpdate(AgreementWithdrawalRow, { issuer: '330000' }, { signed: bytes('x') }),
    ],
    [
      'changes terms that were proposed',
      (em) => em.nativeUpdate(AgreementDraftRow, { id: 'x' }, { issuer: 'x' }),
    ],
  ])('nobody %s', async (_what, change) => {
    const publisher = {
      regions: Object.values(PAIR),
      residents: '*',
      subject: 'publisher',
    } as const;
    const changed = inScope(orm, publisher, async (tx) => change(await tx()));
    await expect(changed).rejects.toThrow('permission denied');
  });
});

describe('terms that are proposed', () => {
  it('are kept as they were read, for the receiver', async () => {
    const conditions = [
      { id: 'N48', kind: 'NOT_DETECTED_WITHIN', hours: 48, colors: ['YELLOW'] } as const,
    ];
    const draft = { ...someTerms({ conditions }), id: '510000-draft', createdAt: NOW };
    await within(PAIR.receiver, (store) => store.addDraft(draft));
    expect(await within(PAIR.receiver, (store) => store.draft(draft.id))).toEqual(draft);
    expect(await within(PAIR.issuer, (store) => store.draft(draft.id))).toBeNull();
  });
});

describe('counts of codes', () => {
  it('are given of every region, none below five, and nothing else', async () => {
    const colors = [...Array(7).fill('GREEN'), ...Array(5).fill('RED'), ...Array(4).fill('YELLOW')];
    await inScope(orm, scope('330000'), async (tx) => {
      const rows = colors.map((color: 'GREEN', at) => ({
        ...{ region: '330000', id: `c-${at}`, residentId: `r-${at}`, state: 'ACTIVE' as const },
        ...{ color, createdAt: NOW },
      }));
      await (await tx()).insertMany(HealthCodeRow, rows);
    });
    const [found, codes] = await inScope(orm, scope('510000'), async (tx) => {
      const counted = await agreementCounts(tx).codes('330000');
      // The scope of whoever asks is as it was.
      return [counted, await (await tx()).count(HealthCodeRow)] as const;
    });
    expect(found.toSorted((a, b) => b.count - a.count)).toEqual([
      { color: 'GREEN', count: 7 },
      { color: 'RED', count: 5 },
    ]);
    expect(codes).toBe(0);
  });
});

describe('counts of verdicts', () => {
  it('are those of the pair and the receiver alone, none below five', async () => {
    const hour = after(-3_600);
    const pair = { region: PAIR.receiver, issuer: PAIR.issuer, hour } as const;
    const given = [
      { ...pair, outcome: 'RECOGNIZED', count: 40 },
      { ...pair, outcome: 'STALE', count: 4 },
      { ...pair, outcome: 'CROSS_CHECK', count: 9, hour: after(-8 * 86_400) },
      { ...pair, outcome: 'NOT_RECOGNIZED', count: 7, issuer: '440000' },
    ] as const;
    await inScope(orm, scope(PAIR.receiver), (tx) => addVerificationCounts(tx, given));
    const read = (region: string) =>
      inScope(orm, scope(region), (tx) =>
        agreementCounts(tx).verdicts(PAIR.receiver, PAIR.issuer, after(-7 * 86_400)),
      );
    expect(await read(PAIR.receiver)).toEqual([{ outcome: 'RECOGNIZED', count: 40 }]);
    expect(await read(PAIR.issuer)).toEqual([]);
  });
});

describe('the exchange between stacks', () => {
  const agreement = { ...someTerms(), version: 8 };
  const exchange = () => agreementExchange({ orm, trust: () => trust, verify, now: () => NOW });

  beforeEach(async () => {
    const publisher = await codesPublisher(database.urls.tongma_codes);
    await publisher.agreement({ ...agreement, version: 7, validTo: after(-1) }, [receiver, issuer]);
    await publisher.close();
  });

  it('gives what a region has signed and is not over, and takes in what completes it', async () => {
    const { outgoing, incoming } = exchange();
    const half = await signAgreement(agreement, [receiver]);
    expect(await incoming(half)).toEqual({ taken: 'NEW', key: key(8) });
    expect((await outgoing(PAIR.receiver)).map((one) => Buffer.from(one))).toEqual([
      Buffer.from(half),
    ]);
    expect(await outgoing(PAIR.issuer)).toEqual([]);
    const whole = await signAgreement(agreement, [receiver, issuer]);
    expect(await incoming(whole)).toEqual({ taken: 'MERGED', key: key(8) });
    expect(await incoming(whole)).toEqual({ taken: 'KNOWN', key: key(8) });
    const [given] = await outgoing(PAIR.issuer);
    expect(await openAgreement(given!, trust, verify)).toEqual(agreement);
  });

  it('refuses other terms under the same number', async () => {
    const other = await signAgreement({ ...agreement, mode: 'CONVERT' }, [receiver, issuer]);
    expect(await exchange().incoming(other)).toEqual({ fault: 'DIFFERENT_TERMS' });
  });

  it('carries withdrawals, each from the side that signed it', async () => {
    const { outgoing, incoming } = exchange();
    const said = { ...key(8), withdrawnAt: NOW };
    const taken = await signAgreementWithdrawal(said, issuer);
    expect(await incoming(taken)).toMatchObject({ taken: 'NEW' });
    expect(await incoming(taken)).toMatchObject({ taken: 'KNOWN' });
    const ofIssuer = (await outgoing(PAIR.issuer)).map((one) => Buffer.from(one).toString('hex'));
    expect(ofIssuer).toContain(Buffer.from(taken).toString('hex'));
    expect(await outgoing(PAIR.receiver)).toHaveLength(1);
  });

  it('takes in of an answer what concerns this stack, hundreds at a time, all in the end', async () => {
    const pair = { receiver: PAIR.receiver, issuer: '440000' };
    // In an order that this stack does not keep them in: what is kept is known by who signed what.
    const both = [receiver, stranger].toSorted((a, b) => (a.kid < b.kid ? 1 : -1));
    const answer = await Promise.all(
      Array.from({ length: INCOMING_MAX + 20 }, (_, n) =>
        signAgreement({ ...agreement, ...pair, version: n + 1 }, both),
      ),
    );
    const { incomingFrom } = exchange();
    const isLocal = (region: string) => region === pair.issuer;
    const known = () => within('000000', async (store) => (await store.ofPairs([pair])).length);
    // Of others it is enough to know what counts.
    const ofOthers = await incomingFrom(answer, () => false);
    expect(ofOthers.at(-1)).toMatchObject({ fault: 'TOO_MANY' });
    expect(await known()).toBe(ALONE_MAX);
    expect(await incomingFrom(answer, isLocal)).toHaveLength(answer.length - ALONE_MAX);
    expect(await incomingFrom(answer, isLocal)).toEqual([]);
    expect(await known()).toBe(answer.length);
  });

  it('keeps no more than officials sign of what one side signed alone', async () => {
    const pair = { receiver: '440000', issuer: PAIR.issuer };
    const { incomingFrom } = exchange();
    const numbers = Array.from({ length: 150 }, (_, n) => n + 1);
    const answers = [
      numbers.map((version) => signAgreement({ ...agreement, ...pair, version }, [stranger])),
      numbers.map((n) =>
        signAgreementWithdrawal({ ...pair, version: 10_000 + n, withdrawnAt: NOW }, stranger),
      ),
    ];
    for (const answer of answers) {
      const taken = await incomingFrom(
        await Promise.all(answer),
        (region) => region === PAIR.issuer,
      );
      expect(taken.length).toBeLessThan(120); // it is listened to no longer
      expect(taken.at(-1)).toMatchObject({ fault: 'TOO_MANY' });
    }
    const kept = await within('000000', async (store) => [
      (await store.ofPairs([pair])).length,
      (await store.withdrawalsOf([pair])).length,
    ]);
    expect(kept).toEqual([ALONE_MAX, ALONE_MAX]);
  });

  it('takes in nothing that it cannot verify', async () => {
    const none = agreementExchange({ orm, trust: () => null, verify, now: () => NOW });
    expect(await none.incoming(await signAgreement(agreement, [receiver]))).toEqual({
      fault: 'NOT_SIGNED',
    });
    expect(await none.outgoing(PAIR.receiver)).toEqual([]);
  });
});
