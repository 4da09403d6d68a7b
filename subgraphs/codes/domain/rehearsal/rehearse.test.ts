import { describe, expect, it } from 'vitest';
import { fakeTrail } from '../../../kit/audit/fake-trail.ts';
import type { Identity } from '../../../kit/identity.ts';
import { aTrust, after, ISSUER, NOW } from '../../persistence/signing-fakes.ts';
import type { ReferenceData } from '../recognition/reference.ts';
import { REHEARSAL_MS, type Rehearsal, type RehearsalStore } from './rehearsal.ts';
import { rehearsalUseCases } from './rehearse.ts';

const official: Identity = {
  ...{ kind: 'OFFICIAL', subject: 'wang', scopes: [], grants: [ISSUER], regions: [ISSUER] },
  ...{ residents: '*', purposes: [], agency: null },
};
const TEXT = 'HCN1:A PERSON';

/** Rehearsals over memory, the newest last. */
function aStore(kept: Rehearsal[]): RehearsalStore {
  const put = ({ id }: Pick<Rehearsal, 'id'>, given: Partial<Rehearsal>) => {
    const place = kept.findIndex((one) => one.id === id && !one.endedAt);
    const before = kept[place];
    if (before) kept[place] = { ...before, ...given };
    return Promise.resolve(before !== undefined);
  };
  return {
    find: (_region, id) => Promise.resolve(kept.find((one) => one.id === id) ?? null),
    newest: () => Promise.resolve(kept.at(-1) ?? null),
    joinedAfter: () => Promise.resolve(null),
    add(rehearsal) {
      const isNew = rehearsal.endedAt !== null || kept.every(({ endedAt }) => endedAt);
      if (isNew) kept.push(rehearsal);
      return Promise.resolve(isNew);
    },
    note: (one) => put(one, { steps: one.steps }),
    end: (one) => put(one, one),
  };
}

interface Given {
  readonly now?: Date;
  readonly trust?: ReferenceData['trust'];
  readonly hasKey?: boolean;
}

function use(kept: Rehearsal[], { now = NOW, trust = aTrust([]), hasKey = true }: Given = {}) {
  const audit = fakeTrail();
  const sent: string[] = [];
  const reference: ReferenceData = {
    ...{ trust, agreements: [], policies: [], regions: new Map() },
  };
  const cases = rehearsalUseCases({
    ...{ store: aStore(kept), audit, reference: () => reference, hasSpecimenKey: () => hasKey },
    theirs: (text) =>
      Promise.resolve({
        ...{ step: 'THEIRS_KNOWN_HERE', state: text ? 'FAILED' : 'NOT_DONE', note: '', took: 1 },
      }),
    send({ id }) {
      sent.push(id);
      return Promise.resolve();
    },
    ...{ now: () => now, newId: (region) => `${region}-${'0'.repeat(25)}${kept.length}` },
  });
  return { cases, audit, sent };
}

describe('asking for a rehearsal', () => {
  it('sends it on its way with what is said of a pasted text, and never the text', async () => {
    const kept: Rehearsal[] = [];
    const { cases, sent, audit } = use(kept);
    const { id } = await cases.request(ISSUER, TEXT, official);
    expect(sent).toEqual([id]);
    expect(kept.map(({ steps }) => steps.map(({ state }) => state))).toEqual([['FAILED']]);
    expect(JSON.stringify([kept, audit.notes])).not.toContain(TEXT);
    expect(audit.notes).toEqual([{ region: ISSUER, action: 'REGION_REHEARSED', objectId: id }]);
  });

  it('gives the one that is under way, and begins no other', async () => {
    const kept: Rehearsal[] = [];
    const first = await use(kept).cases.request(ISSUER, null, official);
    const { cases, sent } = use(kept, { now: after(REHEARSAL_MS / 1_000 - 1) });
    expect((await cases.request(ISSUER, null, official)).id).toBe(first.id);
    expect(sent).toEqual([]);
    expect(kept).toHaveLength(1);
  });

  it('ends one that was given up, and begins another', async () => {
    const kept: Rehearsal[] = [];
    await use(kept).cases.request(ISSUER, null, official);
    const late = after(REHEARSAL_MS / 1_000);
    const { cases, sent } = use(kept, { now: late });
    const { id } = await cases.request(ISSUER, null, official);
    expect(sent).toEqual([id]);
    expect(kept.map(({ endedAt }) => endedAt)).toEqual([late, null]);
  });

  interface Refusal {
    readonly title: string;
    readonly region?: string;
    readonly text?: string;
    readonly given?: Given;
    readonly code: string;
  }
  it.each<Refusal>([
    { title: 'of a region elsewhere', region: '510000', code: 'REGION_OUT_OF_SCOPE' },
    { title: 'without a specimen key here', given: { hasKey: false }, code: 'CONFLICT' },
    { title: 'without a trust list', given: { trust: null }, code: 'CONFLICT' },
    { title: 'of a text longer than a code', text: 'A'.repeat(4_097), code: 'BAD_USER_INPUT' },
  ])('is refused $title', async ({ region = ISSUER, text = null, given = {}, code }) => {
    const { cases, sent, audit } = use([], given);
    await expect(cases.request(region, text, official)).rejects.toMatchObject({ code });
    expect([sent, audit.notes]).toEqual([[], []]);
  });
});
