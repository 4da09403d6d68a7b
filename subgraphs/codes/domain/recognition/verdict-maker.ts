import { NOTHING_SHARED, sharedFinding, type SharedFinding } from '../evidence/shared-finding.ts';
import type { SharedEvidence } from '../evidence/shared-evidence.ts';
import { policyFor, type PolicyTerm } from '../policy/versions.ts';
import type { Verify, VerifyAll, VerifyHolder } from '../token/keys.ts';
import { TOKEN_PREFIX } from '../token/issue-token.ts';
import { PRESENTATION_PREFIX } from '../token/presentation.ts';
import { verifyTokens, type TokenCheck } from '../token/verify-token.ts';
import type { TokenClaims } from '../token/claims.ts';
import type { Signed } from '../trust/signed-list.ts';
import type { TrustIndex } from '../trust/trust-list.ts';
import { agreementFor, type Agreement } from './agreement.ts';
import type { Replayed } from './replay.ts';
import { maxAgeMinutesOf, recognize } from './recognize.ts';
import type { StatusSource, TokenStatusRow } from './status-source.ts';
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
  /** Default: each by `verify`. */
  readonly verifyAll?: VerifyAll;
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

/** A text as scanned, the region that gives the verdict, and who is shown it. */
export interface Shown {
  readonly text: string;
  readonly presentedIn: string;
  /** Default: the same for all that name none. */
  readonly caller?: string;
}

/**
 * The verdicts of regions on texts as scanned, in order. Gives an answer for every text, a fault of one
 * spoils no other; never rejects.
 */
export type VerdictsOn = (
  shown: readonly Shown[],
  data: VerdictData,
) => Promise<readonly Verdict[]>;

const PREFIXES = [TOKEN_PREFIX, PRESENTATION_PREFIX];
const NOT_TRUSTED: TokenCheck = { status: 'ISSUER_NOT_TRUSTED', claims: null };
const NOT_SUPPORTED: TokenCheck = { status: 'NOT_SUPPORTED', claims: null };

function isOver({ trust, termsExpireAt }: VerdictData, at: Date): boolean {
  return [trust?.list.expiresAt, termsExpireAt].some((end) => end !== undefined && end <= at);
}

/** What is known of a token before its status is. */
interface Asked {
  readonly token: TokenCheck;
  readonly agreement: Agreement | null;
  /** Of whose status the color is; null where no status is asked for. */
  readonly claims: TokenClaims | null;
}

type Statuses = ReadonlyMap<TokenClaims, TokenStatusRow | 'UNAVAILABLE'>;

/** The one engine of verdicts, for the service and for offline devices. Source: DESIGN.md §6. */
export function verdictMaker(ports: VerdictPorts): VerdictsOn {
  const { verify, verifyAll, verifyHolder, replayed, statuses, shared, now, mode, onFault } = ports;

  /** What a step gives for one text; null for a fault, which is told. */
  function attempt<Result>(step: () => Result): Result | null {
    try {
      return step();
    } catch (error) {
      onFault(error);
      return null;
    }
  }

  async function checkTokens(texts: readonly string[], { trust }: VerdictData, at: Date) {
    if (trust) return verifyTokens(texts, { trust, verify, verifyAll, verifyHolder, now: at });
    return texts.map((text) =>
      PREFIXES.some((prefix) => text.startsWith(prefix)) ? NOT_TRUSTED : NOT_SUPPORTED,
    );
  }

  /** Null for each that could not be checked: where all together fail, each is checked alone. */
  async function checkEach(
    texts: readonly string[],
    data: VerdictData,
    at: Date,
  ): Promise<readonly (TokenCheck | null)[]> {
    try {
      return await checkTokens(texts, data, at);
    } catch (error) {
      if (texts.length > 1) {
        return (await Promise.all(texts.map((text) => checkEach([text], data, at)))).flat();
      }
      onFault(error);
      return [null];
    }
  }

  async function withReplay(token: TokenCheck | null, shown: Shown | undefined, at: Date) {
    if (!shown || token?.presented !== true || token.status !== 'VERIFIED') return token;
    try {
      const again = await replayed?.(shown.text, shown.caller ?? '', at);
      return again ? { ...token, status: 'REPLAYED' as const } : token;
    } catch (error) {
      onFault(error);
      return null;
    }
  }

  function askedOf(token: TokenCheck, presentedIn: string, data: VerdictData, at: Date): Asked {
    const { status, claims } = token;
    if (!claims) return { token, agreement: null, claims };
    const own = claims.issuer === presentedIn;
    const agreement = own ? null : agreementFor(data.agreements, presentedIn, claims.issuer, at);
    const counts = status === 'VERIFIED' && (own || agreement !== null);
    return { token, agreement, claims: counts ? claims : null };
  }

  async function statusesOf(asked: readonly (Asked | null)[]): Promise<Statuses> {
    const tokens = asked.flatMap((one) => one?.claims ?? []);
    const found = new Map<TokenClaims, TokenStatusRow | 'UNAVAILABLE'>();
    if (tokens.length === 0) return found;
    const said = await statuses.statusesOf(tokens).catch((cause: unknown) => {
      const fault = new Error('The statuses could not be asked for.', { cause });
      return tokens.map(() => fault);
    });
    const faults = new Set<Error>(); // one for all of a source that does not answer
    for (const [at, token] of tokens.entries()) {
      const row = said[at] ?? new Error('A status is missing.');
      if (row instanceof Error) faults.add(row);
      found.set(token, row instanceof Error ? 'UNAVAILABLE' : row);
    }
    faults.forEach(onFault);
    return found;
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

  function verdictOf(
    { token, agreement, claims }: Asked,
    presentedIn: string,
    known: Statuses,
    data: VerdictData,
    at: Date,
  ): Verdict {
    const policy = policyFor(data.policies, presentedIn, at);
    const { conditions, sharedColor, until } = sharedOf(token, agreement, policy, data);
    return recognize({
      token,
      status: claims && (known.get(claims) ?? 'UNAVAILABLE'),
      agreement,
      policy,
      presentedIn,
      mode,
      now: now(),
      trustListVersion: data.trust?.list.version ?? 0,
      listsExpired: isOver(data, at),
      conditions,
      sharedColor,
      sharedUntil: until,
    });
  }

  return async (shown, data) => {
    const at = now();
    const texts = shown.map(({ text }) => text);
    const checked = await checkEach(texts, data, at);
    const tokens = checked.some((token) => token?.presented)
      ? await Promise.all(checked.map((token, place) => withReplay(token, shown[place], at)))
      : checked;
    const asked = shown.map(({ presentedIn }, place) => {
      const token = tokens[place];
      return token ? attempt(() => askedOf(token, presentedIn, data, at)) : null;
    });
    const known = await statusesOf(asked);
    const trustListVersion = data.trust?.list.version ?? 0;
    return shown.map(({ presentedIn }, place) => {
      const one = asked[place];
      const verdict = one ? attempt(() => verdictOf(one, presentedIn, known, data, at)) : null;
      return verdict ?? unavailableVerdict({ presentedIn, mode, trustListVersion });
    });
  };
}
