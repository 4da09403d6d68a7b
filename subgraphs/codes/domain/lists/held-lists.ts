import { openSharedEvidence, type SharedEvidence } from '../evidence/shared-evidence.ts';
import type { Agreement } from '../recognition/agreement.ts';
import { openTerms, type Terms } from '../recognition/terms.ts';
import { openStatement, type OpenedStatement } from '../status/statement.ts';
import { hexOf } from '../token/bytes.ts';
import type { Verify } from '../token/keys.ts';
import { withoutKeys } from '../trust/key-withdrawal.ts';
import type { Held, ListFault, Signed, SignedChecks } from '../trust/signed-list.ts';
import {
  openTrustList,
  type TrustIndex,
  type TrustListFault,
  type TrustRules,
} from '../trust/trust-list.ts';
import { agreementsNamed, openAgreements, type HeldAgreement } from './held-agreements.ts';
import type { IssuerLists } from './listed-status.ts';
import { issuerLists, openStatusLists } from './open-status-lists.ts';

/** Signed lists as they come, each by itself. Nothing in them is believed before it is verified. */
export interface ListBundle {
  readonly trustList: Uint8Array | null;
  readonly terms: readonly Uint8Array[];
  readonly agreements: readonly Uint8Array[];
  readonly statements: readonly Uint8Array[];
  readonly statusLists: readonly Uint8Array[];
  /** What issuers share with the regions whose terms are held. Default: none. */
  readonly evidence?: readonly Uint8Array[];
}

/** One signed list that was not taken. */
export interface RefusedList {
  readonly list: keyof ListBundle;
  /** Which of its kind, from 0. */
  readonly at: number;
  readonly fault: ListFault | TrustListFault;
}

/** A trust list as it was signed. */
export interface ListedTrust extends TrustIndex {
  /** SHA-256 of its signed bytes, hexadecimal. Default: not known, or it is over. */
  readonly digest?: string;
}

/** Verified lists. */
export interface HeldLists {
  /** Without the keys that its regions withdrew since. */
  readonly trust: TrustIndex;
  /** With them: what statements say does not count for statements. Default: `trust`. */
  readonly listed?: ListedTrust;
  /** By region. */
  readonly terms: ReadonlyMap<string, Held<Terms>>;
  /** Those that count, by the terms that are held. */
  readonly agreements: readonly Agreement[];
  /** All that both sides signed, also what the terms do not name, or not yet. Default: none. */
  readonly signedAgreements?: readonly HeldAgreement[];
  /** By region. */
  readonly issuers: ReadonlyMap<string, IssuerLists>;
  /** Shared evidence by issuer and receiver, a space between. Default: none. */
  readonly evidence?: ReadonlyMap<string, Held<SharedEvidence>>;
}

/** Under what lists are opened. */
export interface ListRules extends Pick<TrustRules, 'roots' | 'threshold' | 'environment' | 'now'> {
  readonly verify: Verify;
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
}

type Checks = SignedChecks & Pick<ListRules, 'sha256'>;
type Refuse = (fault: RefusedList) => void;

/** Names what is refused of one kind. */
const refusing = (refuse: Refuse, list: keyof ListBundle) => (at: number, fault: ListFault) =>
  refuse({ list, at, fault });

async function openTrust(
  bytes: Uint8Array | null,
  held: ListedTrust | null,
  rules: ListRules,
  refuse: Refuse,
): Promise<ListedTrust | null> {
  if (!bytes) return held;
  const current = held?.list.version ?? 0;
  const opened = await openTrustList(bytes, { ...rules, current });
  if (!('fault' in opened)) return { ...opened, digest: hexOf(await rules.sha256(bytes)) };
  refuse({ list: 'trustList', at: 0, fault: opened.fault });
  // A list that is over still says whose a key was: verdicts on it are STALE, never invalid.
  const isHeldOver = !held || held.list.expiresAt <= rules.now;
  return isHeldOver ? (opened.expired ?? held) : held;
}

/**
 * Of each kind and region the newest: what came where it holds, else what was held, without what was
 * signed by a key that is trusted no longer.
 */
async function openNewest<T>(
  came: readonly Uint8Array[],
  held: Iterable<readonly [string, Held<T>]>,
  { trust, sha256 }: Checks,
  open: (
    bytes: Uint8Array,
    found: ReadonlyMap<string, Held<T>>,
  ) => Promise<Signed<T> | { readonly fault: ListFault }>,
  keyOf: (list: T) => string,
  refuse: (at: number, fault: ListFault) => void,
): Promise<Map<string, Held<T>>> {
  const found = new Map([...held].filter(([, { kid }]) => trust.key(kid)?.state === 'ACTIVE'));
  for (const [at, bytes] of came.entries()) {
    const opened = await open(bytes, found);
    if ('fault' in opened) refuse(at, opened.fault);
    else found.set(keyOf(opened), { ...opened, digest: hexOf(await sha256(bytes)) });
  }
  return found;
}

function openStatements(
  { statements }: ListBundle,
  held: HeldLists | null,
  checks: Checks,
  refuse: Refuse,
): Promise<Map<string, Held<OpenedStatement>>> {
  return openNewest(
    statements,
    [...(held?.issuers ?? [])].map(([issuer, { statement }]) => [issuer, statement] as const),
    checks,
    (bytes, found) => openStatement(bytes, checks, (issuer) => found.get(issuer)?.issuedAt ?? null),
    ({ issuer }) => issuer,
    refusing(refuse, 'statements'),
  );
}

function openAllTerms(
  { terms }: ListBundle,
  held: HeldLists | null,
  checks: Checks,
  refuse: Refuse,
): Promise<Map<string, Held<Terms>>> {
  return openNewest(
    terms,
    held?.terms ?? [],
    checks,
    (bytes, found) => openTerms(bytes, checks, (region) => found.get(region)?.issuedAt ?? null),
    ({ region }) => region,
    refusing(refuse, 'terms'),
  );
}

/** What issuers share with the regions whose terms are held. */
function openEvidence(
  { evidence = [] }: ListBundle,
  terms: ReadonlyMap<string, unknown>,
  held: HeldLists | null,
  checks: Checks,
  refuse: Refuse,
): Promise<Map<string, Held<SharedEvidence>>> {
  const keyOf = (issuer: string, receiver: string) => `${issuer} ${receiver}`;
  return openNewest(
    evidence,
    held?.evidence ?? [],
    checks,
    (bytes, found) =>
      openSharedEvidence(bytes, {
        ...checks,
        isReceiver: (region) => terms.has(region),
        heldFrom: (...pair) => found.get(keyOf(...pair))?.issuedAt ?? null,
      }),
    ({ issuer, receiver }) => keyOf(issuer, receiver),
    refusing(refuse, 'evidence'),
  );
}

/**
 * Verifies a bundle and gives what is held from now on: what came where it holds, else what was held
 * before. In whichever order and portions lists come, where what was refused comes again, the same is
 * held in the end. Null when there is no trust list to verify anything with.
 * Source: DESIGN.md §6, Trust list and Status lists.
 */
export async function openLists(
  bundle: ListBundle,
  held: HeldLists | null,
  rules: ListRules,
): Promise<{ readonly lists: HeldLists | null; readonly refused: readonly RefusedList[] }> {
  const refused: RefusedList[] = [];
  const refuse: Refuse = (one) => refused.push(one);
  const listed = await openTrust(
    bundle.trustList,
    held?.listed ?? held?.trust ?? null,
    rules,
    refuse,
  );
  if (!listed) return { lists: null, refused };
  const { verify, sha256, now } = rules;
  const checks = { trust: listed, verify, sha256, now };
  const statements = await openStatements(bundle, held, checks, refuse);
  const opened = await openStatusLists(
    bundle.statusLists,
    statements.values(),
    checks,
    refusing(refuse, 'statusLists'),
  );
  const withdrawn = [...statements.values()].flatMap(({ issuer: region, kids }) =>
    kids.map((kid) => ({ region, kid })),
  );
  const trust = withoutKeys(listed, withdrawn);
  const current = { ...checks, trust };
  const terms = await openAllTerms(bundle, held, current, refuse);
  const signedAgreements = await openAgreements(
    bundle.agreements,
    held?.signedAgreements ?? [],
    terms,
    current,
    refusing(refuse, 'agreements'),
  );
  const agreements = agreementsNamed(signedAgreements, terms);
  const evidence = await openEvidence(bundle, terms, held, current, refuse);
  const issuers = new Map(
    [...statements].map(
      ([issuer, statement]) =>
        [issuer, issuerLists(statement, opened, held?.issuers.get(issuer), checks)] as const,
    ),
  );
  return {
    lists: { trust, listed, terms, agreements, signedAgreements, issuers, evidence },
    refused,
  };
}
