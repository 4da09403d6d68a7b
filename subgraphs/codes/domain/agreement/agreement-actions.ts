import { DomainError } from '../../../kit/domain-error.ts';
import { againstOldSignIn, type Identity } from '../../../kit/identity.ts';
import { againstSigning, type AgreementPorts } from './agreement-ports.ts';
import type { AgreementState } from './standing.ts';
import type { Pair } from './agreement-store.ts';

/** Right under which agreements are offered, accepted and withdrawn. */
export const AGREEMENT_RIGHT = 'agreement:manage';

type Signing = Pick<AgreementPorts, 'policyKey' | 'trust' | 'now'>;

/** The states in which there is still something to take back. */
const OPEN: readonly AgreementState[] = ['OFFERED', 'LAPSED', 'SCHEDULED', 'IN_FORCE'];

function againstActing(by: Identity, sides: readonly string[], now: Date): DomainError | null {
  if (!by.scopes.includes(AGREEMENT_RIGHT)) {
    return new DomainError('SCOPE_MISSING', 'You may not decide about agreements.');
  }
  if (!sides.some((side) => by.regions.includes(side))) {
    return new DomainError('REGION_OUT_OF_SCOPE', 'This region is not within your regions.');
  }
  return againstOldSignIn(by, now);
}

/** What stands against proposing to accept an offer, in the name of its issuer. */
export function againstAccepting(
  { issuer }: Pair,
  state: AgreementState,
  by: Identity,
  ports: Signing,
): DomainError | null {
  const obstacle = againstActing(by, [issuer], ports.now());
  if (obstacle) return obstacle;
  if (state !== 'OFFERED') {
    return new DomainError('ILLEGAL_TRANSITION', `This agreement is ${state}.`);
  }
  return againstSigning(issuer, ports);
}

/** The side for which somebody withdraws: the one of the two that can sign here. */
export function withdrawingSide({ receiver, issuer }: Pair, by: Identity, ports: Signing): string {
  const own = [receiver, issuer].filter((side) => by.regions.includes(side));
  return own.find((side) => againstSigning(side, ports) === null) ?? own[0] ?? receiver;
}

/** What stands against withdrawing a version, or refusing an offer, in the name of either side. */
export function againstWithdrawing(
  pair: Pair,
  state: AgreementState,
  by: Identity,
  ports: Signing,
): DomainError | null {
  const obstacle = againstActing(by, [pair.receiver, pair.issuer], ports.now());
  if (obstacle) return obstacle;
  if (!OPEN.includes(state)) {
    return new DomainError('ILLEGAL_TRANSITION', `This agreement is ${state}.`);
  }
  return againstSigning(withdrawingSide(pair, by, ports), ports);
}
