import { NOTHING_SHARED, sharedFinding, type SharedFinding } from '../evidence/shared-finding.ts';
import type { SharedEvidence } from '../evidence/shared-evidence.ts';
import { policyFor, type PolicyTerm } from '../policy/versions.ts';
import type { Verify, VerifyHolder } from '../token/keys.ts';
import { TOKEN_PREFIX } from '../token/issue-token.ts';
import { PRESENTATION_PREFIX } from '../token/presentation.ts';
import { verifyToken, type TokenCheck } from '../token/verify-token.ts';
import type { Signed } from '../trust/signed-list.ts';
import type { TrustIndex } from '../trust/trust-list.ts';
import { agreementFor, type Agreement } from './agreement.ts';
import type { Replayed } from './replay.ts';
import { maxAgeMinutesOf, recognize } from './recognize.ts';
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
  readonly verifyHolder: VerifyHolder;
  /** Notices live presentations that were seen before. Default: nothing is noticed. */
  readonly replayed?: Replayed;
  readonly statuses: StatusSource;
  /** What an issuer shares with a receiver of its people, verified. Default: nothing. */
  readonly shared?: (issuer: string, receiver: string) => Signed<SharedEvidence> | undefined;
  readonly now: () => Date;
  readonly mode: VerdictBasis['mode'];
  /** Is told of every internal fault; the caller gets CROSS_CHECK. */
  readonly onFault: (error: unknown) => void;
}

/**
 * The verdict of a region on a text as scanned, for somebody who is shown it. Gives an answer for
 * every text; never rejects.
 */
export type VerdictOn = (
  text: string,
  presentedIn: string,
  data: VerdictData,
  caller?: string,
) => Promise<Verdict>;

const PREFIXES = [TOKEN_PREFIX, PRESENTATION_PREFIX];
const NOT_TRUSTED: TokenCheck = { status: 'ISSUER_NOT_TRUSTED', claims: null };
const NOT_SUPPORTED: TokenCheck = { status: 'NOT_SUPPORTED', claims: null };

function isOver({ trust, termsExpireAt }: VerdictData, at: Date): boolean {
  return [trust?.list.expiresAt, termsExpireAt].some((end) => end !== undefined && end <= at);
}

/** The one engine of verdicts, for the service and for offline devices. Source: DESIGN.md §6. */
export function verdictMaker(ports: VerdictPorts): VerdictOn {
  const { verify, verifyHolder, replayed, statuses, shared, now, mode, onFault } = ports;

  function checkToken(text: string, { trust }: VerdictData, at: Date): Promise<TokenCheck> {
    if (trust) return verifyToken(text, { trust, verify, verifyHolder, now: at });
    const isCode = PREFIXES.some((prefix) => text.startsWith(prefix));
    return Promise.resolve(isCode ? NOT_TRUSTED : NOT_SUPPORTED);
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

  /** What is shared of a token; a list falls with the key that signed it. */
  function sharedOf(
    { claims }: TokenCheck,
    agreement: Agreement | null,
    policy: PolicyTerm | null,
    { trust }: VerdictData,
  ): SharedFinding {
    const list = agreement ? shared?.(agreement.issuer, agreement.receiver) : undefined;
    if (!list || !claims || !agreement) return NOTHING_SHARED;
    if (trust?.key(list.kid)?.state !== 'ACTIVE') return NOTHING_SHARED;
    return sharedFinding(list, claims, { agreement, policy }, maxAgeMinutesOf(policy), now());
  }

  async function withReplay(token: TokenCheck, text: string, caller: string, at: Date) {
    if (token.status !== 'VERIFIED') return token;
    return (await replayed?.(text, caller, at)) ? { ...token, status: 'REPLAYED' as const } : token;
  }

  async function verdictOn(text: string, presentedIn: string, data: VerdictData, caller: string) {
    const at = now();
    const checked = await checkToken(text, data, at);
    const token =
      checked.presented === true ? await withReplay(checked, text, caller, at) : checked;
    const issuer = token.claims?.issuer;
    const own = issuer === presentedIn;
    const agreement =
      own || issuer === undefined ? null : agreementFor(data.agreements, presentedIn, issuer, at);
    const status = await statusOf(token, own || agreement !== null);
    const policy = policyFor(data.policies, presentedIn, at);
    const { conditions, sharedColor, until } = sharedOf(token, agreement, policy, data);
    return recognize({
      ...{ token, status, agreement, policy, presentedIn, now: now(), mode },
      trustListVersion: data.trust?.list.version ?? 0,
      listsExpired: isOver(data, at),
      ...{ conditions, sharedColor, sharedUntil: until },
    });
  }

  return (text, presentedIn, data, caller = '') =>
    verdictOn(text, presentedIn, data, caller).catch((error: unknown) => {
      onFault(error);
      const trustListVersion = data.trust?.list.version ?? 0;
      return unavailableVerdict({ presentedIn, mode, trustListVersion });
    });
}
