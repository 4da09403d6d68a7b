import { expect, it } from 'vitest';
import { fakeTrail } from '../../../kit/audit/fake-trail.ts';
import type { Identity } from '../../../kit/identity.ts';
import type { Outbreak, Told } from './outbreak.ts';
import { againstWithdrawing, withdrawalUseCases } from './outbreak-withdrawal.ts';

const NOW = new Date('2022-12-02T10:00:00.000Z');
const REASON = 'the wrong market was named';
const officer: Identity = {
  ...{ kind: 'OFFICIAL', subject: 'officer', scopes: ['case:manage'], grants: ['330100'] },
  ...{ regions: ['330100'], residents: '*', purposes: [], agency: 'x' },
};
const outbreak: Outbreak = {
  ...{ region: '330100', id: '330100-outbreak', venueId: '330100-venue', citation: 'detected' },
  ...{ from: NOW, until: NOW, reason: 'a case was there', declaredAt: NOW, declaredBy: 'other' },
  ...{ withdrawnAt: null, withdrawReason: null },
};
const told = (n: number): Told => ({
  ...{ visitId: `v${n}`, residentId: `r${n}`, noticeId: `n${n}`, lastContactAt: NOW },
});

/** An outbreak of which batches of people were told. */
function given(batches: readonly (readonly Told[])[] = []) {
  const audit = fakeTrail();
  const takenBack: string[] = [];
  let kept = outbreak;
  const { withdraw } = withdrawalUseCases({
    ...{ audit, now: () => NOW },
    store: {
      find: (id) => Promise.resolve(id === kept.id ? kept : null),
      withdraw(_outbreak, { withdrawnAt, withdrawReason }) {
        if (kept.withdrawnAt) return Promise.resolve(false);
        kept = { ...kept, withdrawnAt, withdrawReason };
        return Promise.resolve(true);
      },
      toldOf: (_outbreak, after) =>
        Promise.resolve(batches[batches.findIndex((all) => all.at(-1) === after) + 1] ?? []),
      takeBack(_outbreak, some, at) {
        takenBack.push(...some.map(({ noticeId }) => `${noticeId} ${at.toISOString()}`));
        return Promise.resolve();
      },
    },
  });
  return { withdraw, audit, takenBack };
}

it('§7.4 takes back every notice that came of it, each once', async () => {
  const { withdraw, audit, takenBack } = given([[told(1), told(2)], [told(3)]]);
  const first = await withdraw(outbreak.id, REASON, officer);
  expect(first).toMatchObject({
    withdrawnAt: NOW,
    withdrawReason: REASON,
    reason: outbreak.reason,
  });
  expect(takenBack).toEqual(['n1', 'n2', 'n3'].map((id) => `${id} ${NOW.toISOString()}`));
  expect(audit.notes).toMatchObject([
    {
      ...{ region: '330100', action: 'OUTBREAK_WITHDRAWN', objectId: outbreak.id, reason: REASON },
      detail: { contacts: 3, venueId: outbreak.venueId, repeated: false },
    },
  ]);

  expect(await withdraw(outbreak.id, 'and once more, to be sure', officer)).toEqual(first);
  expect(takenBack).toHaveLength(3);
  expect(audit.notes[1]).toMatchObject({ detail: { contacts: 0, repeated: true } });
});

it.each<[string, Parameters<ReturnType<typeof given>['withdraw']>, object]>([
  ['without a reason', [outbreak.id, 'no', officer], { code: 'BAD_USER_INPUT' }],
  ['of nothing', ['x', REASON, officer], { code: 'NOT_FOUND', fields: ['input.outbreakId'] }],
  [
    'by officials of other regions',
    [outbreak.id, REASON, { ...officer, regions: ['510000'] }],
    { code: 'REGION_OUT_OF_SCOPE' },
  ],
  [
    'by whoever manages no cases',
    [outbreak.id, REASON, { ...officer, scopes: [] }],
    { code: 'SCOPE_MISSING' },
  ],
])('§7.4 %s is refused, and nothing is taken back', async (_title, args, refused) => {
  const { withdraw, audit, takenBack } = given([[told(1)]]);
  await expect(withdraw(...args)).rejects.toMatchObject(refused);
  expect([takenBack.length, audit.notes.length]).toEqual([0, 0]);
});

it('whoever looks at it is told that it was withdrawn', () => {
  expect(againstWithdrawing(outbreak, officer)).toBeNull();
  const withdrawn = { ...outbreak, withdrawnAt: NOW };
  expect(againstWithdrawing(withdrawn, officer)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
});
