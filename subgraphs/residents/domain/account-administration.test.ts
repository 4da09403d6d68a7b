import { describe, expect, it } from 'vitest';
import type { AuditNote } from '../../kit/audit/trail.ts';
import type { Identity } from '../../kit/identity.ts';
import { createDivisionBook } from '../../kit/standards/gbt2260.ts';
import { accountAdministration, type AdministeredAccounts } from './account-administration.ts';
import type { AccountDraft } from './account-draft.ts';
import { scopesOf, type Account } from './account.ts';

const NOW = new Date('2022-07-01T00:00:00.000Z');

const book = createDivisionBook([
  { code: '000000', name: 'N', level: 'NATION', parent: null },
  { code: '330000', name: 'P', level: 'PROVINCE', parent: '000000' },
  { code: '330100', name: 'C', level: 'CITY', parent: '330000' },
  { code: '510000', name: 'Q', level: 'PROVINCE', parent: '000000' },
]);

const administrator: Identity = {
  ...{ kind: 'OFFICIAL', subject: 'boss', scopes: ['account:read', 'account:manage'] },
  ...{ grants: ['330000'], regions: ['330000', '330100'], residents: '*', purposes: [] },
  ...{ agency: 'commission', authenticatedAt: NOW.toISOString() },
};

function draft(more: Partial<AccountDraft> = {}): AccountDraft {
  return {
    ...{ role: 'REVIEWER', name: ' Wang ', grants: ['330100'], scopes: [], purposes: [] },
    ...{ agency: 'commission', withheld: [], ...more },
  };
}

function anAccount(more: Partial<Account> = {}): Account {
  const state = { disabledAt: null, version: 3 };
  return { ...draft(), region: '330000', subject: 'wang', ...state, ...more };
}

function bench(...accounts: Account[]) {
  const kept = new Map(accounts.map((account) => [account.subject, account]));
  const notes: AuditNote[] = [];
  const store: AdministeredAccounts = {
    find: (subject) => Promise.resolve(kept.get(subject) ?? null),
    list: () =>
      Promise.resolve({ rows: [...kept.values()], total: () => Promise.resolve(kept.size) }),
    add(account) {
      if (kept.has(account.subject)) return Promise.resolve(false);
      kept.set(account.subject, account);
      return Promise.resolve(true);
    },
    change(account, version) {
      if (kept.get(account.subject)?.version !== version) return Promise.resolve(false);
      kept.set(account.subject, { ...account, version: version + 1 });
      return Promise.resolve(true);
    },
  };
  const agency = { region: '330000', id: 'commission', name: 'Commission' };
  const useCases = accountAdministration({
    ...{ store, divisions: book, now: () => NOW, audit: { note: (note) => notes.push(note) } },
    agencies: {
      all: () => Promise.resolve([agency]),
      find: (id) => Promise.resolve(id === agency.id ? agency : null),
      add: () => Promise.resolve(true),
      put: () => Promise.resolve(),
    },
  });
  return { ...useCases, kept, notes };
}

describe('an administrator', () => {
  it('§3.5 gives an account a role, which the log keeps', async () => {
    const { add, kept, notes } = bench();
    await add('330000', 'wang', draft(), administrator);
    expect(kept.get('wang')).toMatchObject({ role: 'REVIEWER', name: 'Wang', version: 1 });
    expect(notes).toMatchObject([{ action: 'ACCOUNT_ADDED', objectId: 'wang' }]);
  });

  it('§3.6 takes single rights away', async () => {
    const { change } = bench(anAccount());
    const withheld = ['resident:reveal' as const];
    const changed = await change('wang', 3, draft({ withheld }), administrator);
    expect(scopesOf(changed)).not.toContain('resident:reveal');
    expect(scopesOf(changed)).toContain('resident:read');
  });

  it.each(['code:verify', 'sandbox:verify'])('§3.13 gives a partner %s', async (scope) => {
    const { add, kept } = bench();
    await add('330000', 'railway', draft({ role: 'PARTNER', scopes: [scope] }), administrator);
    expect(kept.get('railway')).toMatchObject({ role: 'PARTNER', scopes: [scope] });
  });

  it.each<[string, Partial<AccountDraft>, string]>([
    ['a role of oversight', { role: 'OVERSIGHT' }, 'FORBIDDEN'],
    ['a role of residents', { role: 'RESIDENT' }, 'FORBIDDEN'],
    ['a region beyond one’s own', { grants: ['510000'] }, 'REGION_OUT_OF_SCOPE'],
    ['the whole country', { grants: ['000000'] }, 'REGION_OUT_OF_SCOPE'],
    ['what is no division', { grants: ['999999'] }, 'BAD_USER_INPUT'],
    ['no agency', { agency: null }, 'BAD_USER_INPUT'],
    ['an unknown agency', { agency: 'elsewhere' }, 'BAD_USER_INPUT'],
    ['scopes beside those of the role', { scopes: ['account:manage'] }, 'BAD_USER_INPUT'],
    ['purposes beside those of the role', { purposes: ['CASE_WORK'] }, 'BAD_USER_INPUT'],
    [
      'a partner more than it can have',
      { role: 'PARTNER', scopes: ['health:read'] },
      'BAD_USER_INPUT',
    ],
    [
      'a client of the sandbox codes of people',
      { role: 'PARTNER', scopes: ['sandbox:verify', 'code:verify'] },
      'BAD_USER_INPUT',
    ],
    ['an official the sandbox', { scopes: ['sandbox:verify'] }, 'BAD_USER_INPUT'],
  ])('§3.5, §3.13 does not give %s', async (_title, more, code) => {
    const { add, kept } = bench();
    await expect(add('330000', 'wang', draft(more), administrator)).rejects.toMatchObject({ code });
    expect(kept.size).toBe(0);
  });

  it.each(['publisher', 'retention', 'evidence-resolver'])(
    '§3.9 does not give a role to an account that is named like the process %s',
    async (subject) => {
      const { add, kept } = bench();
      await expect(add('330000', subject, draft(), administrator)).rejects.toMatchObject({
        ...{ code: 'BAD_USER_INPUT', fields: ['input.id'] },
      });
      expect(kept.size).toBe(0);
    },
  );

  it.each<[string, Account, Partial<Identity>, number, string]>([
    ['one’s own account', anAccount({ subject: 'wang' }), { subject: 'wang' }, 3, 'SELF_APPROVAL'],
    ['oversight', anAccount({ role: 'OVERSIGHT' }), {}, 3, 'FORBIDDEN'],
    ['what somebody changed meanwhile', anAccount(), {}, 2, 'STALE_VERSION'],
    ['anything without the right', anAccount(), { scopes: [] }, 3, 'SCOPE_MISSING'],
    [
      'anything after an old sign-in',
      anAccount(),
      { authenticatedAt: null },
      3,
      'STEP_UP_REQUIRED',
    ],
    ['what is not there', anAccount({ subject: 'li' }), {}, 3, 'NOT_FOUND'],
  ])('§3.6 neither changes nor disables %s', async (_title, account, by, version, code) => {
    const { change, disable, notes } = bench(account);
    const who = { ...administrator, ...by };
    await expect(change('wang', version, draft(), who)).rejects.toMatchObject({ code });
    await expect(disable('wang', version, who)).rejects.toMatchObject({ code });
    expect(notes).toEqual([]);
  });

  it('§3.7 disables once and enables once', async () => {
    const { disable, enable, notes } = bench(anAccount());
    expect((await disable('wang', 3, administrator)).disabledAt).toEqual(NOW);
    await expect(disable('wang', 4, administrator)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    expect((await enable('wang', 4, administrator)).disabledAt).toBeNull();
    await expect(enable('wang', 5, administrator)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    expect(notes.map(({ action }) => action)).toEqual(['ACCOUNT_DISABLED', 'ACCOUNT_ENABLED']);
  });

  it('does not give an account a second role', async () => {
    const { add } = bench(anAccount());
    await expect(add('330100', 'wang', draft(), administrator)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});
