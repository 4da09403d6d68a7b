import { describe, expect, it } from 'vitest';
import { createDivisionBook } from '../../kit/standards/gbt2260.ts';
import { accountUseCases, type Account, type AccountStore } from './account.ts';

const book = createDivisionBook([
  { code: '000000', name: 'N', level: 'NATION', parent: null },
  { code: '330000', name: 'P', level: 'PROVINCE', parent: '000000' },
  { code: '330100', name: 'C', level: 'CITY', parent: '330000' },
  { code: '510000', name: 'Q', level: 'PROVINCE', parent: '000000' },
]);

function anAccount(more: Partial<Account> = {}): Account {
  return {
    ...{ subject: 'somebody', role: 'REVIEWER', region: '330000', grants: ['330000'] },
    ...{ name: null, scopes: [], purposes: [], agency: null, disabledAt: null },
    ...{ withheld: [], version: 1, ...more },
  };
}

function given(account: Account | null) {
  const store: AccountStore = {
    find: (subject) => Promise.resolve(account?.subject === subject ? account : null),
    actsFor: () =>
      Promise.resolve([
        { region: '330100', residentId: '330100-A' },
        { region: '330100', residentId: '330100-B' },
      ]),
    put: () => Promise.resolve(),
  };
  const registrars = () => Promise.resolve(['330000', '330100', '510000']);
  return accountUseCases(store, book, registrars, () => new Date('2022-07-01T04:00:00Z'));
}

describe('what an account may do', () => {
  it.each([
    { grants: ['000000'], regions: ['330000', '330100', '510000'] },
    { grants: ['330000'], regions: ['330000', '330100'] },
    { grants: ['330100'], regions: ['330100'] },
    { grants: ['330100', '510000'], regions: ['330100', '510000'] },
    { grants: [], regions: [] },
  ])('§3.2 grants $grants reach the regions $regions', async ({ grants, regions }) => {
    expect((await given(anAccount({ grants })).grantsOf('somebody')).regions).toEqual(regions);
  });

  it('§3.1 comes from the role', async () => {
    expect(await given(anAccount()).grantsOf('somebody')).toMatchObject({
      ...{ kind: 'OFFICIAL', residents: '*', purposes: ['REVIEW', 'ENTRY'] },
      scopes: expect.arrayContaining(['registration:review', 'declaration:review']),
    });
  });

  it("§3.1 comes from a partner's grant", async () => {
    const partner = anAccount({ role: 'PARTNER', scopes: ['code:verify'], purposes: ['ENTRY'] });
    expect(await given(partner).grantsOf('somebody')).toMatchObject({
      ...{ kind: 'PARTNER', scopes: ['code:verify'], purposes: ['ENTRY'] },
    });
  });

  it('§3.3 is limited to own people for a resident', async () => {
    const resident = anAccount({ role: 'RESIDENT', grants: [] });
    expect(await given(resident).grantsOf('somebody')).toMatchObject({
      ...{ kind: 'RESIDENT', scopes: ['self'], regions: ['330100'] },
      residents: ['330100-A', '330100-B'],
    });
  });

  it.each([
    ['unknown', null],
    ['disabled', anAccount({ disabledAt: new Date('2022-07-01T00:00:00Z') })],
  ])('§3.4 is nothing when it is %s', async (_title, account) => {
    await expect(given(account).grantsOf('somebody')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
