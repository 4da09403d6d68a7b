import { nodeVerify } from '../../persistence/node-crypto.ts';
import { after, aKey, aSigner, aTrust, NOW } from '../../persistence/signing-fakes.ts';
import type { Agreement } from '../recognition/agreement.ts';
import type { KnownAgreement } from './standing.ts';
import type { Terms } from './terms.ts';

/** Hours in seconds, for {@link after}. */
export const HOUR = 3_600;
const DAY = 24 * HOUR;

/** The pair of the tests: Sichuan accepts Zhejiang. */
export const PAIR = { receiver: '510000', issuer: '330000' } as const;

/** Terms that are right, but for what is given: they begin in three days. */
export function someTerms(given: Partial<Terms> = {}): Terms {
  return {
    ...{ ...PAIR, mode: 'DIRECT', colorMap: { GREEN: 'GREEN', YELLOW: 'RED' }, conditions: [] },
    ...{ validFrom: after(3 * DAY), validTo: after(100 * DAY), ...given },
  };
}

/** A version that both signed and that has begun, but for what is given. */
export function aVersion(
  version: number,
  given: Partial<Agreement> = {},
  more: Partial<Omit<KnownAgreement, 'agreement'>> = {},
): KnownAgreement {
  const times = { validFrom: after(-DAY), validTo: after(90 * DAY), withdrawnAt: null };
  const signedBy = more.signedBy ?? { receiver: true, issuer: true };
  return {
    agreement: { ...someTerms(), version, ...times, ...given },
    ...{ signedBy, wasSignedBy: signedBy, withdrawnBy: null, ...more },
  };
}

/** A version that the receiver alone signed. */
export function anOffer(version: number, given: Partial<Agreement> = {}): KnownAgreement {
  const times = { validFrom: after(3 * DAY), validTo: after(100 * DAY) };
  return aVersion(version, { ...times, ...given }, { signedBy: { receiver: true, issuer: false } });
}

/** Signers of both sides and of a third region, with the trust list that names them. */
export function someSides() {
  const [receiver, issuer, stranger] = [aSigner(), aSigner(), aSigner()];
  const keys = [
    aKey(receiver, { region: PAIR.receiver, use: 'policy' }),
    aKey(issuer, { region: PAIR.issuer, use: 'policy' }),
    aKey(stranger, { region: '440000', use: 'policy' }),
  ] as const;
  return { receiver, issuer, stranger, keys, trust: aTrust(keys), verify: nodeVerify(), now: NOW };
}
