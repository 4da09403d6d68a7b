import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS, filterOf, NO_FILTER } from './audit-filter.ts';

const WORDS = import.meta.glob<{ default: { action: object } }>('../../locales/access/en.json', {
  eager: true,
});

const typed = { subject: '', residentId: '', action: '' as const, from: '', to: '' };

describe('a search of the audit log', () => {
  it('for nothing is for everything', () => {
    expect(filterOf({ ...typed, subject: ' ' })).toEqual(NO_FILTER);
  });

  it('takes times as clocks in Shanghai show them, wherever one sits', () => {
    const { from, to } = filterOf({ ...typed, from: '2022-11-24T00:00', to: '2022-11-24T10:42' });
    expect([from, to]).toEqual(['2022-11-23T16:00:00.000Z', '2022-11-24T02:42:00.000Z']);
  });

  it('offers every action that there is a word for, once', () => {
    const [words] = Object.values(WORDS);
    expect(AUDIT_ACTIONS.toSorted()).toEqual(Object.keys(words!.default.action).toSorted());
  });
});
