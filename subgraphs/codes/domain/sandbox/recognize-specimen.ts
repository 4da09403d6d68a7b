import { DomainError } from '../../../kit/domain-error.ts';
import type { Identity } from '../../../kit/identity.ts';
import type { DivisionBook } from '../../../kit/standards/gbt2260.ts';
import { policyFor } from '../policy/versions.ts';
import { agreementFor } from '../recognition/agreement.ts';
import { checkCall, type Presented } from '../recognition/check-call.ts';
import { recognize, type RecognitionInput } from '../recognition/recognize.ts';
import { recognitionOf, type Recognition } from '../recognition/recognizer.ts';
import type { CurrentReference } from '../recognition/reference.ts';
import type { TokenClaims } from '../token/claims.ts';
import type { Verify, VerifyHolder } from '../token/keys.ts';
import { signingKeyOf, verifyToken, type TokenCheck } from '../token/verify-token.ts';
import { PLAYED, type PlayedStatus } from './scenarios.ts';

/** A specimen as it is presented, as if it were an instant of one's choice. */
export interface PresentedSpecimen extends Presented {
  /** Null: now. */
  readonly at: Date | null;
}

/** What judging specimens needs. */
export interface SpecimenRecognizerPorts {
  readonly reference: CurrentReference;
  readonly divisions: DivisionBook;
  readonly verify: Verify;
  readonly verifyHolder: VerifyHolder;
  readonly now: () => Date;
}

const DAYS_MS = 30 * 86_400_000;

function playedOf({ status, claims }: TokenCheck): PlayedStatus | null {
  return status === 'SPECIMEN' && claims ? (PLAYED[claims.statusIndex] ?? {}) : null;
}

function statusOf(
  { state = 'ACTIVE', old, unavailable }: PlayedStatus,
  { color }: TokenClaims,
  now: Date,
): RecognitionInput['status'] {
  if (unavailable) return 'UNAVAILABLE';
  const asOf = old ? new Date(now.getTime() - DAYS_MS) : now;
  return { state, color: state === 'ACTIVE' ? color : null, horizon: null, asOf };
}

/**
 * Verdicts on specimens as on codes of people, at an instant of the caller's choice. A specimen
 * still says that it is one and never passes; a code of a real key is not looked at. There is no
 * receipt: nothing was judged that could be proven later.
 */
export function specimenRecognizer(ports: SpecimenRecognizerPorts) {
  const { reference, divisions, verify, verifyHolder, now: realNow } = ports;
  return {
    /** @throws {DomainError} for the call as checkCall does; BAD_USER_INPUT for a real code */
    async recognize(item: PresentedSpecimen, by: Identity): Promise<Recognition> {
      const data = reference();
      const { trust, agreements, policies, regions } = data;
      checkCall([item], by, divisions, regions);
      if (!trust) throw new DomainError('CONFLICT', 'There is no trust list yet.');
      const key = signingKeyOf(item.text, trust);
      if (key && key.use !== 'specimen') {
        const fields = ['input.text'];
        throw new DomainError('BAD_USER_INPUT', 'Only specimens are judged here.', { fields });
      }
      const presentedIn = divisions.nearestOf(regions, item.region) ?? item.region;
      const now = item.at ?? realNow();
      const checked = await verifyToken(item.text, { trust, verify, verifyHolder, now });
      const played = playedOf(checked);
      const token: TokenCheck = played
        ? { ...checked, status: played.token ?? 'VERIFIED' }
        : checked;
      const issuer = token.claims?.issuer ?? null;
      const verdict = recognize({
        ...{ token, presentedIn, now, mode: 'ONLINE', trustListVersion: trust.list.version },
        status: played && token.claims ? statusOf(played, token.claims, now) : null,
        agreement:
          issuer === null ? null : agreementFor(agreements, presentedIn, issuer, realNow()),
        policy: policyFor(policies, presentedIn, realNow()),
        ...{ conditions: () => 'OPEN', sharedColor: null },
      });
      return recognitionOf(verdict, data, '');
    },
  };
}
