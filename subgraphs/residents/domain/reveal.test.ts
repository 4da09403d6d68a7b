import { describe, expect, it } from 'vitest';
import type { AuditNote } from '../../kit/audit/trail.ts';
import type { Identity } from '../../kit/identity.ts';
import type { Proposal } from '../../kit/proposal/proposal.ts';
import { exportUseCases } from './bulk-export.ts';
import type { Resident } from './resident.ts';
import { revealUseCases, type RevealedField } from './reveal.ts';

const ID = '330000-00000000000000000000000000';
const NOW = new Date('2022-07-01T00:00:00.000Z');
const REASON = 'Name is spelled wrong.';
const hidden = { name: '王样例', documentNumber: 'X', phone: null };

const resident: Resident = {
  ...{ region: '330000', id: ID, state: 'REGISTERED', documentType: '03', maskedName: '王**' },
  ...{
    birthDate: '1990-01-01',
    division: '330106',
    guardianship: null,
    receivedAt: NOW,
    dueAt: NOW,
  },
  ...{ reviewedAt: null, reviewReason: null, sourceRegion: null },
};

const official: Identity = {
  ...{ kind: 'OFFICIAL', subject: 'wang', scopes: ['resident:reveal'], grants: ['330000'] },
  ...{ regions: ['330000'], residents: '*', purposes: ['REVIEW'], agency: 'commission' },
};

function revealing() {
  const notes: AuditNote[] = [];
  const useCases = revealUseCases({
    store: {
      find: (id) => Promise.resolve(id === ID ? resident : null),
      hidden: (id) => Promise.resolve(id === ID ? hidden : null),
    },
    audit: { note: (note) => void notes.push(note) },
  });
  return { ...useCases, notes };
}

describe('what is hidden', () => {
  it('§5.1 is shown field by field, and §5.2 logged', async () => {
    const { reveal, notes } = revealing();
    const shown = await reveal(ID, ['NAME'], REASON, official);
    expect(shown).toMatchObject({ name: '王样例', documentNumber: null, phone: null });
    expect(notes).toEqual([
      {
        ...{ region: '330000', action: 'REVEALED', residentId: ID, reason: REASON },
        detail: { fields: 'NAME' },
      },
    ]);
  });

  it('is shown again for the same attempt', async () => {
    const { reveal, again } = revealing();
    const { resultId } = await reveal(ID, ['PHONE', 'NAME'], REASON, official);
    expect(await again(resultId)).toMatchObject({ name: '王样例', documentNumber: null });
    expect(await again('330000-1/NAME')).toBeNull();
  });

  it.each<[string, Partial<Identity>, string, readonly RevealedField[], string, string]>([
    ['without the right', { scopes: [] }, ID, ['NAME'], REASON, 'SCOPE_MISSING'],
    ['to a partner', { kind: 'PARTNER' }, ID, ['NAME'], REASON, 'SCOPE_MISSING'],
    ['without a reason', {}, ID, ['NAME'], ' short ', 'BAD_USER_INPUT'],
    ['when nothing is asked for', {}, ID, [], REASON, 'BAD_USER_INPUT'],
    ['in another region', { regions: ['510000'] }, ID, ['NAME'], REASON, 'NOT_FOUND'],
    ['of nobody', {}, ID.replace(/0$/, '1'), ['NAME'], REASON, 'NOT_FOUND'],
  ])('§5.1 stays hidden %s', async (_title, more, id, fields, reason, code) => {
    const { reveal, notes } = revealing();
    await expect(reveal(id, fields, reason, { ...official, ...more })).rejects.toMatchObject({
      code,
    });
    expect(notes).toEqual([]);
  });
});

describe('a bulk export', () => {
  const approved: Proposal = {
    ...{ region: '330000', id: 'p', kind: 'BULK_EXPORT', about: 'REGISTERED_RESIDENTS' },
    ...{ reason: REASON, dryRun: [], proposedBy: { subject: 'wang', agency: 'commission' } },
    ...{ proposedAt: NOW, expiresAt: NOW, state: 'APPROVED', decideReason: null },
    ...{ decidedBy: { subject: 'li', agency: 'hub' }, decidedAt: NOW },
  };

  function exporting(proposal: Proposal | null, now: Date) {
    const notes: AuditNote[] = [];
    const useCases = exportUseCases({
      store: {
        countRegistered: () => Promise.resolve(1),
        exported: () =>
          Promise.resolve({ rows: [{ resident, ...hidden }], total: () => Promise.resolve(1) }),
      },
      ...{ now: () => now, proposal: () => Promise.resolve(proposal) },
      audit: { note: (note) => void notes.push(note) },
    });
    return { ...useCases, notes };
  }
  const page = { first: 100, after: null };

  it('§5.3 is fetched by who proposed it, and each page is logged', async () => {
    const { page: fetch, notes } = exporting(approved, NOW);
    expect((await fetch('p', page, official)).rows).toHaveLength(1);
    expect(notes).toMatchObject([{ action: 'EXPORTED', objectId: 'p', detail: { residents: 1 } }]);
  });

  it.each<[string, Proposal | null, string, string, string]>([
    [
      'before it is approved',
      { ...approved, state: 'WAITING' },
      'wang',
      NOW.toISOString(),
      'APPROVAL_REQUIRED',
    ],
    ['a day later', approved, 'wang', '2022-07-02T00:00:00.000Z', 'APPROVAL_REQUIRED'],
    ['by who approved it', approved, 'li', NOW.toISOString(), 'FORBIDDEN'],
    ['of another kind', { ...approved, kind: 'OTHER' }, 'wang', NOW.toISOString(), 'NOT_FOUND'],
    ['of none', null, 'wang', NOW.toISOString(), 'NOT_FOUND'],
  ])('§5.3 is not fetched %s', async (_title, proposal, subject, now, code) => {
    const { page: fetch, notes } = exporting(proposal, new Date(now));
    await expect(fetch('p', page, { ...official, subject })).rejects.toMatchObject({ code });
    expect(notes).toEqual([]);
  });
});
