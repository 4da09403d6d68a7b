import { policyFor, type PolicyTerm } from '../policy/versions.ts';
import type { Verify } from '../token/keys.ts';
import { verifyToken, type TokenCheck } from '../token/verify-token.ts';
import type { TrustIndex } from '../trust/trust-list.ts';
import { agreementFor, type Agreement } from './agreement.ts';
import { recognize } from './recognize.ts';
import type { StatusSource } from './status-source.ts';
import { unavailableVerdict } from './unavailable-verdict.ts';
import type { Verdict, VerdictBasis } from './verdict.ts';

/** What a verdict stands on beside the status: loaded as a whole, verified before. */
export interface VerdictData {
  /** Null until a trust list was verified. */
  readonly trust: TrustIndex | null;
  readonly agreements: readonly Agreement[];
  readonly policies: readonly PolicyTerm[];
  /** When the region's terms end, offline; the trust list has an end of its own. Default: never. */
  readonly termsExpireAt?: Date;
}

/** What making a verdict needs of the place where it runs. */
export interface VerdictPorts {
  readonly verify: Verify;
  readonly statuses: StatusSource;
  readonly now: () => Date;
  readonly mode: VerdictBasis['mode'];
  /** Is told of every internal fault; the caller gets CROSS_CHECK. */
  readonly onFault: (error: unknown) => void;
}

/** The verdict of a region on a text as scanned. Gives an answer for every text; never rejects. */
export type VerdictOn = (text: string, presentedIn: string, data: VerdictData) => Promise<Verdict>;

const NOT_TRUSTED: TokenCheck = { status: 'ISSUER_NOT_TRUSTED', claims: null };
const NOT_SUPPORTED: TokenCheck = { status: 'NOT_SUPPORTED', claims: null };

function isOver({ trust, termsExpireAt }: VerdictData, at: Date): boolean {
  return [trust?.list.expiresAt, termsExpireAt].some((end) => end !== undefined && end <= at);
}

/** The one engine of verdicts, for the service and for offline devices. Source: DESIGN.md §6. */
export function verdictMaker({ verify, statuses, now, mode, onFault }: VerdictPorts): VerdictOn {
  async function checkToken(text: string, { trust }: VerdictData, at: Date): Promise<TokenCheck> {
    if (trust) return verifyToken(text, { trust, verify, now: at });
    return text.startsWith('HCN1:') ? NOT_TRUSTED : NOT_SUPPORTED;
  }

  async function statusOf({ status, claims }: TokenCheck, needed: boolean) {
    if (status !== 'VERIFIED' || !claims || !needed) return null;
    try {
      return await statuses.statusOf(claims);
    } catch (error) {
      onFault(error);
      return 'UNAVAILABLE' as const;
    }
  }

  async function verdictOn(text: string, presentedIn: string, data: VerdictData) {
    const at = now();
    const token = await checkToken(text, data, at);
    const issuer = token.claims?.issuer;
    const own = issuer === presentedIn;
    const agreement =
      own || issuer === undefined ? null : agreementFor(data.agreements, presentedIn, issuer, at);
    const status = await statusOf(token, own || agreement !== null);
    return recognize({
      ...{ token, status, agreement, presentedIn, now: now(), mode },
      policy: policyFor(data.policies, presentedIn, at),
      trustListVersion: data.trust?.list.version ?? 0,
      listsExpired: isOver(data, at),
      // Coarse evidence of other regions is not shared yet: what is not known stays open.
      conditions: () => 'OPEN',
      sharedColor: null,
    });
  }

  return (text, presentedIn, data) =>
    verdictOn(text, presentedIn, data).catch((error: unknown) => {
      onFault(error);
      const trustListVersion = data.trust?.list.version ?? 0;
      return unavailableVerdict({ presentedIn, mode, trustListVersion });
    });
}
