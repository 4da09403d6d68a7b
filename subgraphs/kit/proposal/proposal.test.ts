import { describe, expect, it } from 'vitest';
import type { AuditNote } from '../audit/trail.ts';
import type { Identity } from '../identity.ts';
import { proposalUseCases, type ProposalStore } from './decide.ts';
import type { Proposal, ProposalKind } from './proposal.ts';

const START = '2022-07-01T00:00:00.000Z';
const REASON = 'The key was copied.';

function official(subject: string, agency: string | null, more: Partial<Identity> = {}): Identity {
  return {
    ...{ kind: 'OFFICIAL', subject, agency, scopes: ['key:withdraw'], grants: ['330000'] },
    ...{ regions: ['330000'], residents: '*', purposes: [], authenticatedAt: START, ...more },
  };
}

const proposer = official('a', 'commission');

function bench(kindMore: Partial<ProposalKind> = {}) {
  const kept = new Map<string, Proposal>();
  const notes: AuditNote[] = [];
  const applied: string[] = [];
  let now = new Date(START);
  const store: ProposalStore = {
    add: (proposal) => Promise.resolve(void kept.set(proposal.id, proposal)),
    find: (id) => Promise.resolve(kept.get(id) ?? null),
    lock: (id) => Promise.resolve(kept.get(id) ?? null),
    save: (proposal) => Promise.resolve(void kept.set(proposal.id, proposal)),
    list: () =>
      Promise.resolve({ rows: [...kept.values()], total: () => Promise.resolve(kept.size) }),
  };
  const kind: ProposalKind = {
    ...{
      kind: 'KEY_WITHDRAWAL',
      rights: { propose: 'key:withdraw', decide: 'key:withdraw' },
      otherAgency: true,
      validHours: 48,
    },
    dryRun: () => Promise.resolve([{ name: 'liveTexts', count: 7 }]),
    apply: ({ about }) => Promise.resolve(void applied.push(about)),
    ...kindMore,
  };
  const useCases = proposalUseCases({
    ...{ store, kinds: [kind], now: () => now, newId: (region) => `${region}-1` },
    audit: { note: (note) => void notes.push(note) },
  });
  return {
    ...{ ...useCases, notes, applied, kept },
    at: (instant: string) => {
      now = new Date(instant);
    },
  };
}

async function proposed(kindMore: Partial<ProposalKind> = {}) {
  const all = bench(kindMore);
  await all.propose('KEY_WITHDRAWAL', '330000', 'abcd', REASON, proposer);
  return all;
}

describe('a proposal', () => {
  it('carries what it would do, and ends by itself', async () => {
    const { kept } = await proposed();
    expect(kept.get('330000-1')).toMatchObject({
      ...{ state: 'WAITING', about: 'abcd', dryRun: [{ name: 'liveTexts', count: 7 }] },
      expiresAt: new Date('2022-07-03T00:00:00.000Z'),
    });
  });

  it('is done when somebody of another agency agrees, and both are in the log', async () => {
    const { approve, applied, notes } = await proposed();
    const done = await approve('330000-1', official('b', 'hub'));
    expect(done).toMatchObject({ state: 'APPROVED', decidedBy: { subject: 'b', agency: 'hub' } });
    expect(applied).toEqual(['abcd']);
    expect(notes.map(({ action }) => action)).toEqual(['PROPOSED', 'PROPOSAL_APPROVED']);
  });

  it.each([
    ['its proposer', proposer, 'SELF_APPROVAL'],
    ['the proposer under another agency', official('a', 'hub'), 'SELF_APPROVAL'],
    ['a colleague of the same agency', official('b', 'commission'), 'SELF_APPROVAL'],
    ['somebody without an agency', official('b', null), 'SELF_APPROVAL'],
    ['somebody without the right', official('b', 'hub', { scopes: [] }), 'SCOPE_MISSING'],
    ['another region', official('b', 'hub', { regions: ['510000'] }), 'REGION_OUT_OF_SCOPE'],
    [
      'somebody who signed in long ago',
      official('b', 'hub', { authenticatedAt: '2022-06-30T23:55:00.000Z' }),
      'STEP_UP_REQUIRED',
    ],
    [
      'somebody of whom nobody knows when',
      official('b', 'hub', { authenticatedAt: null }),
      'STEP_UP_REQUIRED',
    ],
    [
      'somebody who will sign in tomorrow',
      official('b', 'hub', { authenticatedAt: '2022-07-02T00:00:00.000Z' }),
      'STEP_UP_REQUIRED',
    ],
  ])('is not approved by %s', async (_title, by, code) => {
    const { approve, applied, kept } = await proposed();
    await expect(approve('330000-1', by)).rejects.toMatchObject({ code });
    expect(applied).toEqual([]);
    expect(kept.get('330000-1')?.state).toBe('WAITING');
  });

  it.each([
    ['2022-07-02T23:59:59.999Z', 'APPROVED'],
    ['2022-07-03T00:00:00.000Z', 'ILLEGAL_TRANSITION'],
  ])('at %s: %s', async (instant, outcome) => {
    const { approve, at } = await proposed();
    at(instant);
    const by = official('b', 'hub', { authenticatedAt: instant });
    const decided = approve('330000-1', by);
    if (outcome === 'APPROVED') expect((await decided).state).toBe(outcome);
    else await expect(decided).rejects.toMatchObject({ code: outcome });
  });

  it('within one agency is enough where no other agency is asked for', async () => {
    const { approve } = await proposed({ otherAgency: false });
    expect((await approve('330000-1', official('b', 'commission'))).state).toBe('APPROVED');
  });

  it.each(['approve', 'refuse', 'takeBack'] as const)(
    'is decided once: no %s after',
    async (how) => {
      const all = await proposed();
      await all.approve('330000-1', official('b', 'hub'));
      const again = {
        approve: () => all.approve('330000-1', official('c', 'hub')),
        refuse: () => all.refuse('330000-1', REASON, official('c', 'hub')),
        takeBack: () => all.takeBack('330000-1', proposer),
      };
      await expect(again[how]()).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
      expect(all.applied).toEqual(['abcd']);
    },
  );

  it('is refused with a reason by another, and taken back by its own', async () => {
    const refused = await proposed();
    const other = official('b', 'hub');
    await expect(refused.refuse('330000-1', 'no', other)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    await expect(refused.refuse('330000-1', REASON, proposer)).rejects.toMatchObject({
      code: 'SELF_APPROVAL',
    });
    expect((await refused.refuse('330000-1', REASON, other)).state).toBe('REFUSED');
    const back = await proposed();
    await expect(back.takeBack('330000-1', other)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await back.takeBack('330000-1', proposer)).state).toBe('TAKEN_BACK');
  });

  it('is not made by somebody without an agency, a reason, or a fresh sign-in', async () => {
    const { propose, kept } = bench();
    const cases: [Identity, string, string][] = [
      [official('a', null), REASON, 'FORBIDDEN'],
      [proposer, 'short', 'BAD_USER_INPUT'],
      [official('a', 'commission', { authenticatedAt: undefined }), REASON, 'STEP_UP_REQUIRED'],
      [official('a', 'commission', { regions: [] }), REASON, 'REGION_OUT_OF_SCOPE'],
    ];
    for (const [by, reason, code] of cases) {
      await expect(propose('KEY_WITHDRAWAL', '330000', 'abcd', reason, by)).rejects.toMatchObject({
        code,
      });
    }
    expect(kept.size).toBe(0);
  });
});
