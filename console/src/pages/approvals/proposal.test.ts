import { describe, expect, it } from 'vitest';
import { actionOf, isFetchable, newestFirst } from './proposal.ts';

const NOW = new Date('2022-11-24T12:00:00.000Z');
const approved = {
  ...{ kind: 'BULK_EXPORT', state: 'APPROVED' as const, proposedBy: { subject: 'wang' } },
  decidedAt: '2022-11-24T00:00:00.000Z',
};

describe('proposals', () => {
  it('of several services are one list, newest first', () => {
    const [a, b, c] = ['2022-11-01', '2022-11-03', '2022-11-02'].map((at) => ({ proposedAt: at }));
    expect(newestFirst([a!, b!, c!])).toEqual([b, c, a]);
  });

  it('are acted on by the mutation of the service that keeps them', () => {
    const action = { action: 'approveCodesProposal', allowed: true, reasonCode: null };
    expect(actionOf({ service: 'Codes', allowedActions: [action] }, 'approve')).toBe(action);
    expect(actionOf({ service: 'Residents', allowedActions: [action] }, 'approve')).toBeUndefined();
  });
});

describe('an export', () => {
  it.each<[string, object, string, boolean]>([
    ['by who proposed it', {}, 'wang', true],
    ['not by who approved it', {}, 'li', false],
    ['not while it waits', { state: 'WAITING', decidedAt: null }, 'wang', false],
    ['not a day later', { decidedAt: '2022-11-23T12:00:00.000Z' }, 'wang', false],
    ['not when it is of another kind', { kind: 'KEY_WITHDRAWAL' }, 'wang', false],
  ])('is fetched %s', (_title, more, subject, fetchable) => {
    expect(isFetchable({ ...approved, ...more }, subject, NOW)).toBe(fetchable);
  });
});
