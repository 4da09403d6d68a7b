import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, NOW } from '../../persistence/signing-fakes.ts';
import { agreementFor } from '../recognition/agreement.ts';
import { aVersion, anOffer, HOUR, PAIR } from './agreement-fakes.ts';
import { agreementState, bothSigned, nextVersion, type KnownAgreement } from './standing.ts';

const NOBODY = { receiver: false, issuer: false };
const byIssuer = { withdrawnBy: PAIR.issuer };
const gone = { withdrawnAt: NOW };
/** Both signed once; the receiver's key is withdrawn. */
const lost = {
  signedBy: { receiver: false, issuer: true },
  wasSignedBy: { receiver: true, issuer: true },
};

describe('the state of a version', () => {
  it.each<[string, KnownAgreement, readonly KnownAgreement[], string]>([
    ['signed by both and begun', aVersion(1), [], 'IN_FORCE'],
    ['beginning now', aVersion(1, { validFrom: NOW }), [], 'IN_FORCE'],
    ['beginning in a second', aVersion(1, { validFrom: after(1) }), [], 'SCHEDULED'],
    ['ending now', aVersion(1, { validTo: NOW }), [], 'ENDED'],
    ['replaced', aVersion(1), [aVersion(2)], 'SUPERSEDED'],
    ['replaced by one that has ended', aVersion(1), [aVersion(2, { validTo: NOW })], 'SUPERSEDED'],
    ['replaced by one that is void now', aVersion(1), [aVersion(2, {}, lost)], 'SUPERSEDED'],
    ['with a newer one to come', aVersion(1), [aVersion(2, { validFrom: after(1) })], 'IN_FORCE'],
    ['with a newer offer', aVersion(1), [anOffer(2)], 'IN_FORCE'],
    [
      'that never began before a newer one did',
      aVersion(1, { validFrom: after(9) }),
      [aVersion(2)],
      'SUPERSEDED',
    ],
    ['offered', anOffer(1), [], 'OFFERED'],
    [
      'offered, with the lead of a change',
      anOffer(2, { validFrom: after(48 * HOUR) }),
      [aVersion(1)],
      'OFFERED',
    ],
    [
      'offered, too late for a change',
      anOffer(2, { validFrom: after(48 * HOUR - 1) }),
      [aVersion(1)],
      'LAPSED',
    ],
    ['offered, too late for nothing', anOffer(2, { validFrom: after(1) }), [], 'OFFERED'],
    ['offered, over by now', anOffer(1, { validFrom: after(-9), validTo: NOW }), [], 'LAPSED'],
    ['offered, with a newer offer', anOffer(1), [anOffer(2)], 'SUPERSEDED'],
    ['withdrawn', aVersion(1, gone, byIssuer), [], 'WITHDRAWN'],
    [
      'to be withdrawn in a second',
      aVersion(1, { withdrawnAt: after(1) }, byIssuer),
      [],
      'IN_FORCE',
    ],
    ['offered and refused', { ...anOffer(1, gone), ...byIssuer }, [], 'REFUSED'],
    [
      'offered and taken back',
      { ...anOffer(1, gone), withdrawnBy: PAIR.receiver },
      [],
      'WITHDRAWN',
    ],
    ['that nobody signed', aVersion(1, {}, { signedBy: NOBODY }), [], 'VOID'],
    [
      'that the issuer alone signed',
      aVersion(1, {}, { signedBy: { receiver: false, issuer: true } }),
      [],
      'VOID',
    ],
  ])('%s', (_title, one, others, state) => {
    expect(agreementState(one, [one, ...others], NOW)).toBe(state);
  });
});

const known = fc
  .record({
    ...{ from: fc.integer({ min: -9, max: 9 }), days: fc.integer({ min: 1, max: 9 }) },
    ...{ receiver: fc.boolean(), issuer: fc.boolean(), isWithdrawn: fc.boolean() },
    isLost: fc.boolean(),
  })
  .map(({ from, days, receiver, issuer, isWithdrawn, isLost }) =>
    aVersion(
      1,
      {
        ...{ validFrom: after(from * HOUR), validTo: after((from + days) * HOUR) },
        withdrawnAt: isWithdrawn ? after(-1) : null,
      },
      {
        signedBy: { receiver: receiver && !isLost, issuer },
        wasSignedBy: { receiver, issuer },
        withdrawnBy: isWithdrawn ? PAIR.issuer : null,
      },
    ),
  );
const pairs = fc
  .array(known, { maxLength: 5 })
  .map((all) =>
    all.map((one, at) => ({ ...one, agreement: { ...one.agreement, version: at + 1 } })),
  );

describe('the versions of a pair', () => {
  it('are in force exactly where recognition goes by them', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const inForce = pair.filter((one) => agreementState(one, pair, NOW) === 'IN_FORCE');
        const goneBy = agreementFor(bothSigned(pair), PAIR.receiver, PAIR.issuer, NOW);
        expect(inForce.map(({ agreement }) => agreement)).toEqual(goneBy ? [goneBy] : []);
      }),
    );
  });

  it('have numbers that rise by one, whatever became of them', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        expect(nextVersion(pair)).toBe(pair.length + 1);
      }),
    );
  });
});
