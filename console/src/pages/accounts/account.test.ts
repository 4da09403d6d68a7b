import { describe, expect, it } from 'vitest';
import { draftOf } from './account.ts';

const account = {
  ...{ id: 'wang', version: 3, name: '王样例', agency: 'hub', grants: ['330000'] },
  ...{ rights: ['code:verify'], withheld: [], purposes: ['ENTRY'] },
};

describe('a change of what is withheld', () => {
  it('leaves all else of the account as it is', () => {
    const draft = draftOf({ ...account, role: 'VERIFIER' }, ['code:verify']);
    expect(draft).toEqual({
      ...{ id: 'wang', version: 3, name: '王样例', role: 'VERIFIER', agency: 'hub' },
      ...{ grants: ['330000'], withheld: ['code:verify'], scopes: [], purposes: [] },
    });
  });

  it('gives a partner its own scopes and purposes again', () => {
    const draft = draftOf({ ...account, role: 'PARTNER' }, []);
    expect(draft).toMatchObject({ scopes: ['code:verify'], purposes: ['ENTRY'] });
  });
});
