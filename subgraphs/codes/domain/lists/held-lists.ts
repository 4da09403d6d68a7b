import { openSharedEvidence, type SharedEvidence } from '../evidence/shared-evidence.ts';
import type { Agreement } from '../recognition/agreement.ts';
import { openAgreement } from '../recognition/signed-agreement.ts';
import { openTerms, type Terms } from '../recognition/terms.ts';
import { uriOf } from '../status/place.ts';
import { openStatement, type OpenedStatement } from '../status/statement.ts';
import { openStatusList, type StatusList } from '../status/status-list.ts';
import { withdrawnBy } from '../status/withdrawn-tokens.ts';
import { hexOf } from '../token/bytes.ts';
import type { Verify } from '../token/keys.ts';
import { withoutKeys } from '../trust/key-withdrawal.ts';
import type { ListFault, Signed, SignedChecks } from '../trust/signed-list.ts';
import {
  openTrustList,
  type TrustIndex,
  type TrustListFault,
  type TrustRules,
} from '../trust/trust-list.ts';
import type { IssuerLists } from './listed-status.ts';

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

/** Verified lists. */
export interface HeldLists {
  /** Without the keys that its regions withdrew since. */
  readonly trust: TrustIndex;
  /** By region. */
  readonly terms: ReadonlyMap<string, Signed<Terms>>;
  readonly agreements: readonly Agreement[];
  /** By region. */
  readonly issuers: ReadonlyMap<string, IssuerLists>;
  /** Shared evidence by issuer and receiver, a space between. Default: none. */
  readonly evidence?: ReadonlyMap<string, Signed<SharedEvidence>>;
}

/** Under what lists are opened. */
export interface ListRules extends Pick<TrustRules, 'roots' | 'threshold' | 'environment' | 'now'> {
  readonly verify: Verify;
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
}

type Refuse = (fault: RefusedList) => void;

/** What was held, without what was signed by a key that is trusted no longer. */
function stillHeld<T>(
  held: Iterable<readonly [string, Signed<T>]>,
  { trust }: SignedChecks,
): Map<string, Signed<T>> {
  return new Map([...held].filter(([, { kid }]) => trust.key(kid)?.state === 'ACTIVE'));
}

async function openTrust(
  bytes: Uint8Array | null,
  held: TrustIndex | null,
  rules: ListRules,
  refuse: Refuse,
): Promise<TrustIndex | null> {
  if (!bytes) return held;
  const current = held?.list.version ?? 0;
  const opened = await openTrustList(bytes, { ...rules, current });
  if (!('fault' in opened)) return opened;
  refuse({ list: 'trustList', at: 0, fault: opened.fault });
  // A list that is over still says whose a key was: verdicts on it are STALE, never invalid.
  return held ?? opened.expired ?? null;
}

/** Statements by region, each the newest; what was held stays where nothing better came. */
async function openStatements(
  { statements }: ListBundle,
  held: HeldLists | null,
  checks: SignedChecks,
  refuse: Refuse,
): Promise<Map<string, Signed<OpenedStatement>>> {
  const before = [...(held?.issuers ?? [])].map(
    ([issuer, { statement }]) => [issuer, statement] as const,
  );
  const found = stillHeld(before, checks);
  for (const [at, bytes] of statements.entries()) {
    const heldFrom = (issuer: string) => found.get(issuer)?.issuedAt ?? null;
    const opened = await openStatement(bytes, checks, heldFrom);
    if ('fault' in opened) refuse({ list: 'statements', at, fault: opened.fault });
    else found.set(opened.issuer, opened);
  }
  return found;
}

/** Status lists by the digest of their signed bytes: only what a statement names is opened. */
async function openStatusLists(
  { statusLists }: ListBundle,
  statements: ReadonlyMap<string, Signed<OpenedStatement>>,
  checks: SignedChecks & Pick<ListRules, 'sha256'>,
  refuse: Refuse,
): Promise<Map<string, Signed<StatusList>>> {
  const named = new Map(
    [...statements.values()].flatMap(({ lists }) =>
      lists.map(({ id, digest }) => [hexOf(digest), uriOf(id)] as const),
    ),
  );
  const found = new Map<string, Signed<StatusList>>();
  for (const [at, bytes] of statusLists.entries()) {
    const digest = hexOf(await checks.sha256(bytes));
    const uri = named.get(digest);
    const opened =
      uri === undefined ? { fault: 'NOT_NAMED' as const } : await openStatusList(bytes, checks);
    if ('fault' in opened) refuse({ list: 'statusLists', at, fault: opened.fault });
    else if (uriOf(opened.id) !== uri) refuse({ list: 'statusLists', at, fault: 'NOT_NAMED' });
    else found.set(digest, opened);
  }
  return found;
}

function issuerLists(
  statement: Signed<OpenedStatement>,
  opened: ReadonlyMap<string, Signed<StatusList>>,
  held: IssuerLists | undefined,
  checks: SignedChecks,
): IssuerLists {
  const named = (held?.statement.lists ?? []).flatMap(({ id, digest }) => {
    const list = held?.lists.get(uriOf(id));
    return list ? [[hexOf(digest), list] as const] : [];
  });
  const before = stillHeld(named, checks);
  const lists = statement.lists.flatMap(({ id, digest }) => {
    const list = opened.get(hexOf(digest)) ?? before.get(hexOf(digest));
    return list ? [[uriOf(id), list] as const] : [];
  });
  return { statement, isWithdrawn: withdrawnBy(statement), lists: new Map(lists) };
}

async function openAllTerms(
  { terms }: ListBundle,
  held: HeldLists | null,
  checks: SignedChecks,
  refuse: Refuse,
): Promise<Map<string, Signed<Terms>>> {
  const found = stillHeld(held?.terms ?? [], checks);
  for (const [at, bytes] of terms.entries()) {
    const opened = await openTerms(bytes, checks, (region) => found.get(region)?.issuedAt ?? null);
    if ('fault' in opened) refuse({ list: 'terms', at, fault: opened.fault });
    else found.set(opened.region, opened);
  }
  return found;
}

/** What issuers share with the regions whose terms are held, each the newest. */
async function openEvidence(
  { evidence = [] }: ListBundle,
  terms: ReadonlyMap<string, Signed<Terms>>,
  held: HeldLists | null,
  checks: SignedChecks,
  refuse: Refuse,
): Promise<Map<string, Signed<SharedEvidence>>> {
  const found = stillHeld(held?.evidence ?? [], checks);
  const heldFrom = (issuer: string, receiver: string) =>
    found.get(`${issuer} ${receiver}`)?.issuedAt ?? null;
  const isReceiver = (region: string) => terms.has(region);
  for (const [at, bytes] of evidence.entries()) {
    const opened = await openSharedEvidence(bytes, { ...checks, isReceiver, heldFrom });
    if ('fault' in opened) refuse({ list: 'evidence', at, fault: opened.fault });
    else found.set(`${opened.issuer} ${opened.receiver}`, opened);
  }
  return found;
}

/** Agreements that both sides signed and the receiver's terms name. */
async function openAgreements(
  { agreements }: ListBundle,
  terms: ReadonlyMap<string, Signed<Terms>>,
  held: HeldLists | null,
  { trust, verify }: SignedChecks,
  refuse: Refuse,
): Promise<Agreement[]> {
  const key = ({ receiver, issuer, version }: Agreement) => `${receiver} ${issuer} ${version}`;
  const found = new Map((held?.agreements ?? []).map((agreement) => [key(agreement), agreement]));
  for (const [at, bytes] of agreements.entries()) {
    const agreement = await openAgreement(bytes, trust, verify);
    if (agreement) found.set(key(agreement), agreement);
    else refuse({ list: 'agreements', at, fault: 'INVALID_SIGNATURE' });
  }
  return [...found.values()].flatMap((agreement) => {
    const { receiver, issuer, version } = agreement;
    const named = terms
      .get(receiver)
      ?.agreements.find((one) => one.issuer === issuer && one.version === version);
    return named ? [{ ...agreement, withdrawnAt: named.withdrawnAt }] : [];
  });
}

/**
 * Verifies a bundle and gives what is held from now on: what came where it holds, else what was held
 * before. Null when there is no trust list to verify anything with.
 * Source: DESIGN.md §6, Trust list and Status lists.
 */
export async function openLists(
  bundle: ListBundle,
  held: HeldLists | null,
  rules: ListRules,
): Promise<{ readonly lists: HeldLists | null; readonly refused: readonly RefusedList[] }> {
  const refused: RefusedList[] = [];
  const refuse: Refuse = (one) => refused.push(one);
  const listed = await openTrust(bundle.trustList, held?.trust ?? null, rules, refuse);
  if (!listed) return { lists: null, refused };
  const { verify, sha256, now } = rules;
  const checks = { trust: listed, verify, sha256, now };
  const statements = await openStatements(bundle, held, checks, refuse);
  const opened = await openStatusLists(bundle, statements, checks, refuse);
  const withdrawn = [...statements.values()].flatMap(({ issuer: region, kids }) =>
    kids.map((kid) => ({ region, kid })),
  );
  const trust = withoutKeys(listed, withdrawn);
  const terms = await openAllTerms(bundle, held, { ...checks, trust }, refuse);
  const agreements = await openAgreements(bundle, terms, held, { ...checks, trust }, refuse);
  const evidence = await openEvidence(bundle, terms, held, { ...checks, trust }, refuse);
  const issuers = [...statements].map(
    ([issuer, statement]) =>
      [issuer, issuerLists(statement, opened, held?.issuers.get(issuer), checks)] as const,
  );
  return { lists: { trust, terms, agreements, issuers: new Map(issuers), evidence }, refused };
}
