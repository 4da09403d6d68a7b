import { describe, expect, it } from 'vitest';
import {
  CHILD,
  ELDER,
  elder,
  NOW,
  official,
  PARENT,
  parent,
  SEEN,
  setUp,
  standing,
  YOUTH,
  youth,
} from './guardianship-fakes.ts';
import { AGREEMENT_MS } from './guardianships.ts';

const YEAR_ON = new Date('2023-06-30T16:00:00Z');
const REASON = 'asked by the ward';
const waiting = { ...standing, renewalAskedAt: NOW };
const over = { ...standing, until: NOW };

describe('ending a guardianship', () => {
  it.each([
    { side: 'GUARDIAN', by: parent, reason: null, ward: CHILD },
    { side: 'WARD', by: youth, reason: null, ward: YOUTH },
    { side: 'DESK', by: official, reason: REASON, ward: CHILD },
  ])('§8.5 the $side does it at once', async ({ side, by, reason, ward }) => {
    const { end, ended, audit } = setUp({ youth: standing });
    expect(await end(ward, reason, by)).toEqual({ id: ward });
    expect(ended).toEqual([ward]);
    expect(audit.notes).toMatchObject([
      { action: 'GUARDIANSHIP_ENDED', residentId: ward, reason, detail: { side } },
    ]);
  });

  it.each([
    ['an official without a reason', CHILD, official, standing, 'BAD_USER_INPUT'],
    ['somebody else', CHILD, youth, standing, 'NOT_FOUND'],
    ['what is over', CHILD, parent, over, 'ILLEGAL_TRANSITION'],
    ['what never was', CHILD, parent, null, 'ILLEGAL_TRANSITION'],
    ['what waits for review', CHILD, parent, { ...standing, until: null }, 'ILLEGAL_TRANSITION'],
  ])('§8.5 refuses %s', async (_title, ward, by, child, code) => {
    const { end, ended } = setUp({ child });
    await expect(end(ward, null, by)).rejects.toMatchObject({ code });
    expect(ended).toEqual([]);
  });

  it('takes no reason of a person that is none', async () => {
    const { end, ended } = setUp();
    await expect(end(CHILD, 'no', parent)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(ended).toEqual([]);
  });

  it('says when somebody else changed it meanwhile', async () => {
    const { end, audit } = setUp({ changed: true });
    await expect(end(CHILD, null, parent)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(audit.notes).toEqual([]);
  });
});

describe('renewing', () => {
  it('§8.4 is asked for, and runs 12 months from its approval', async () => {
    const { askRenewal, reviewRenewal, later, known } = setUp();
    expect((await askRenewal(CHILD, parent)).guardianship).toEqual(waiting);
    later(86_400_000);
    await reviewRenewal(CHILD, 'APPROVE', null, official);
    expect(known.get(CHILD)?.guardianship).toEqual({
      ...standing,
      until: new Date('2023-07-01T16:00:00Z'),
    });
  });

  it('§8.4 is refused with a reason that the guardian reads; what stands goes on', async () => {
    const { reviewRenewal, known } = setUp({ child: waiting });
    await expect(reviewRenewal(CHILD, 'REJECT', null, official)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    await reviewRenewal(CHILD, 'REJECT', 'no proof of kinship', official);
    expect(known.get(CHILD)?.guardianship).toEqual({
      ...standing,
      renewalRefusal: 'no proof of kinship',
    });
  });

  it('§8.1 does not count its own ward against six', async () => {
    const { reviewRenewal, begun } = setUp({ child: waiting, wards: 6 });
    await reviewRenewal(CHILD, 'APPROVE', null, official);
    expect(begun).toHaveLength(1);
  });

  it.each([
    ['twice', CHILD, parent, waiting, 'ILLEGAL_TRANSITION'],
    ['after its end', CHILD, parent, over, 'ILLEGAL_TRANSITION'],
    ['by somebody else', CHILD, youth, standing, 'NOT_FOUND'],
    ['by the ward', YOUTH, youth, standing, 'FORBIDDEN'],
  ])('§8.4 is not asked for %s', async (_title, ward, by, child, code) => {
    const { askRenewal } = setUp({ child, youth: standing });
    await expect(askRenewal(ward, by)).rejects.toMatchObject({ code });
  });

  it('§8.4 from 14 on takes the person’s agreement', async () => {
    const both = { ...parent, residents: [PARENT, YOUTH] };
    await expect(setUp({ youth: standing }).askRenewal(YOUTH, both)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it.each([
    ['that nobody asked for', standing, official, 'ILLEGAL_TRANSITION'],
    ['that came too late', { ...over, renewalAskedAt: NOW }, official, 'ILLEGAL_TRANSITION'],
    ['as who may not', waiting, { ...official, scopes: [] }, 'SCOPE_MISSING'],
    ['elsewhere', waiting, { ...official, regions: ['510000'] }, 'REGION_OUT_OF_SCOPE'],
  ])('§8.4 nobody approves one %s', async (_title, child, by, code) => {
    const { reviewRenewal, begun } = setUp({ child });
    await expect(reviewRenewal(CHILD, 'APPROVE', null, by)).rejects.toMatchObject({ code });
    expect(begun).toEqual([]);
  });
});

describe('naming a guardian at a desk', () => {
  it('§8.7 counts at once, with the consent recorded', async () => {
    const { name, begun, consents, audit } = setUp({ child: null });
    await name(CHILD, PARENT, SEEN, official);
    expect(begun).toMatchObject([
      { ward: CHILD, guardian: { id: PARENT, account: 'parent' }, until: YEAR_ON },
    ]);
    expect(consents).toMatchObject([{ residentId: CHILD, method: 'SIGNED_FORM', recordedAt: NOW }]);
    expect(audit.notes).toMatchObject([
      { action: 'GUARDIANSHIP_BEGUN', objectId: PARENT, detail: { proof: 'DESK', renewed: false } },
    ]);
  });

  it('§8.6 names another one only after the first has ended', async () => {
    const { name, end } = setUp();
    await expect(name(CHILD, ELDER, SEEN, official)).rejects.toMatchObject({ code: 'CONFLICT' });
    await end(CHILD, REASON, official);
    await name(CHILD, ELDER, SEEN, official);
  });

  it.each([
    ['whom one is oneself', { guardian: CHILD }, 'BAD_USER_INPUT'],
    ['who has six wards', { wards: 6 }, 'CONFLICT'],
    ['who is not registered', { guardian: `330000-${'0'.repeat(26)}` }, 'BAD_USER_INPUT'],
    ['of another region', { guardian: `510000-${'0'.repeat(26)}` }, 'NOT_FOUND'],
    ['whose documents nobody saw', { desk: { ...SEEN, documentSeen: false } }, 'BAD_USER_INPUT'],
    ['as a person at home', { by: parent }, 'FORBIDDEN'],
  ])('§8 names nobody %s', async (_title, more, code) => {
    const {
      guardian = PARENT,
      wards = 0,
      desk = SEEN,
      by = official,
    } = {
      ...{ guardian: undefined, wards: undefined, desk: undefined, by: undefined },
      ...more,
    };
    const { name, begun } = setUp({ child: null, wards });
    await expect(name(CHILD, guardian, desk, by)).rejects.toMatchObject({ code });
    expect(begun).toEqual([]);
  });
});

describe('agreeing by a code', () => {
  it('§8.3 lets whoever brings it act, once', async () => {
    const { offer, accept, begun, scopes } = setUp();
    const { code } = await offer(ELDER, elder);
    await accept(code, PARENT, parent);
    expect(begun).toMatchObject([{ ward: ELDER, guardian: { id: PARENT }, until: YEAR_ON }]);
    expect(new Set(scopes)).toEqual(new Set([`330000 ${ELDER}`]));
    await expect(accept(code, PARENT, parent)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    [AGREEMENT_MS - 1, true],
    [AGREEMENT_MS, false],
  ])('§8.3 after %i ms holds: %s', async (ms, held) => {
    const { offer, accept, later, begun } = setUp();
    const { code } = await offer(ELDER, elder);
    later(ms);
    await accept(code, PARENT, parent).catch(() => undefined);
    expect(begun).toHaveLength(held ? 1 : 0);
  });

  it.each([
    ['the guardian for the ward', CHILD, parent],
    ['an official', ELDER, official],
  ])('§8.3 is not done by %s', async (_title, id, by) => {
    await expect(setUp().offer(id, by)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('§8.3 takes nobody for the guardian whose account does not bring it', async () => {
    const { offer, accept, begun } = setUp();
    const { code } = await offer(ELDER, elder);
    const ward = { ...parent, residents: [PARENT, CHILD] };
    await expect(accept(code, CHILD, ward)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(begun).toEqual([]);
  });
});
