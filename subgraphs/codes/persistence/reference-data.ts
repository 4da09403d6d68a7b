import type { InferEntity, MikroORM } from '@mikro-orm/postgresql';
import { every } from '../../kit/every.ts';
import type { Log } from '../../kit/log.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import type { Policy } from '../domain/color/policy.ts';
import type { CurrentReference, ReferenceData } from '../domain/recognition/reference.ts';
import type { Verify } from '../domain/token/keys.ts';
import { withoutKeys, type WithdrawnKey } from '../domain/trust/key-withdrawal.ts';
import { openTrustList, type TrustIndex } from '../domain/trust/trust-list.ts';
import { rootKeys, type TrustRoots } from './key-file.ts';
import type { TrustFloor } from './trust-floor.ts';
import { KeyWithdrawalRow } from './key-withdrawal.entity.ts';
import { AgreementRow, AgreementWithdrawalRow } from './agreement.entity.ts';
import { agreementOpener } from './open-agreements.ts';
import { PolicyRow, RegionRow, TrustListRow } from './reference.entity.ts';

/** How often reference data is loaded again, in milliseconds. */
const RELOAD_MS = 2_000;

const NOBODY = { regions: [], residents: [], subject: 'reference' };

const NOTHING: ReferenceData = { regions: new Map(), trust: null, agreements: [], policies: [] };

/** A policy as the domain knows it. */
export function toPolicy(row: InferEntity<typeof PolicyRow>): Policy {
  const { region, version, validFrom, validTo, statusMaxAgeMinutes, rules } = row;
  return { region, version, validFrom, validTo: validTo ?? null, statusMaxAgeMinutes, rules };
}

/** What loading needs. */
export interface ReferenceParts {
  readonly orm: MikroORM;
  readonly roots: TrustRoots;
  readonly floor: TrustFloor;
  readonly verify: Verify;
  readonly now: () => Date;
  readonly log: Log;
  /** Keys that regions of other stacks say are withdrawn. Default: none. */
  readonly withdrawnElsewhere?: () => readonly WithdrawnKey[];
}

/** What is in use, and what it was made of. */
interface Loaded {
  readonly data: ReferenceData;
  /** The trust list as it was signed. */
  readonly signed: TrustIndex | null;
  /** The same without keys that were withdrawn here. */
  readonly own: TrustIndex | null;
}

type Rows = Awaited<ReturnType<typeof readRows>>;

function readRows(orm: MikroORM) {
  return inScope(orm, NOBODY, async (tx) => {
    const em = await tx();
    return {
      regions: await em.find(RegionRow, {}, { orderBy: { region: 'asc' } }),
      policies: await em.find(PolicyRow, {}),
      agreements: await em.find(AgreementRow, {}),
      withdrawals: await em.find(AgreementWithdrawalRow, {}),
      withdrawn: await em.find(KeyWithdrawalRow, {}),
      lists: await em.find(TrustListRow, {}, { orderBy: { version: 'desc' }, limit: 1 }),
    };
  });
}

/** How many lists are looked at below one that does not hold. */
const LISTS_MAX = 8;

function newestBelow(orm: MikroORM, version: number | null) {
  return inScope(orm, NOBODY, async (tx) => {
    const older = version === null ? {} : { version: { $lt: version } };
    const em = await tx();
    const rows = await em.find(TrustListRow, older, { orderBy: { version: 'desc' }, limit: 1 });
    return rows[0] ?? null;
  });
}

/**
 * Opens the newest trust list that holds; one that does not is passed over, and nothing older than
 * what was ever in use here is taken.
 */
async function openNewest(
  { lists }: Rows,
  current: TrustIndex | null,
  { orm, roots, floor, verify, now, log }: ReferenceParts,
): Promise<TrustIndex | null> {
  const least = Math.max(floor.version(), current?.list.version ?? 0);
  let row = lists[0] ?? null;
  for (let looked = 0; row && looked < LISTS_MAX; looked += 1) {
    const rules = { ...rootKeys(roots), current: least, verify, now: now() };
    const opened = await openTrustList(row.signed, rules);
    if (!('fault' in opened)) {
      floor.raise(opened.list.version);
      return opened;
    }
    log.error({ version: row.version, fault: opened.fault }, 'trust list refused');
    if (opened.fault === 'ROLLBACK') return current;
    // One that is over still says whose a key was: verdicts on it are STALE, never invalid.
    if (opened.expired) {
      floor.raise(opened.expired.list.version);
      return current ?? opened.expired;
    }
    row = await newestBelow(orm, row.version);
  }
  return current;
}

/** Names that the trust list gives regions, and those that were published here. */
function namedRegions(rows: Rows['regions'], trust: TrustIndex | null) {
  const listed = (trust?.list.regions ?? []).flatMap(({ region, names }) =>
    names ? [[region, { id: region, names }] as const] : [],
  );
  const own = rows.map(({ region, name }) => [region, { id: region, names: name }] as const);
  return new Map([...listed, ...own]);
}

async function load(
  parts: ReferenceParts,
  before: Loaded,
  openAgreements: ReturnType<typeof agreementOpener>,
): Promise<Loaded> {
  const rows = await readRows(parts.orm);
  const signed = await openNewest(rows, before.signed, parts);
  const own = signed && withoutKeys(signed, rows.withdrawn);
  const trust = own && withoutKeys(own, parts.withdrawnElsewhere?.() ?? []);
  const data = {
    trust,
    agreements: trust ? await openAgreements(rows, trust) : [],
    policies: rows.policies.map(toPolicy),
    regions: namedRegions(rows.regions, trust),
  };
  return { data, signed, own };
}

/** Loads everything once; a list that does not hold leaves the one in use. */
export async function loadReference(
  parts: ReferenceParts,
  current: ReferenceData = NOTHING,
): Promise<ReferenceData> {
  const before = { data: current, signed: current.trust, own: current.trust };
  return (await load(parts, before, agreementOpener(parts.verify))).data;
}

/** Reference data that is kept up to date. */
export interface OpenReferenceData {
  readonly current: CurrentReference;
  /** The trust list that lists of other stacks are opened with: what those say does not count for themselves. */
  readonly ownTrust: () => TrustIndex | null;
  /** Loads it now. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** Reference data, loaded now and again every two seconds. */
export async function openReferenceData(parts: ReferenceParts): Promise<OpenReferenceData> {
  const openAgreements = agreementOpener(parts.verify);
  const nothing = { data: NOTHING, signed: null, own: null };
  let current = await load(parts, nothing, openAgreements);
  const reload = async () => {
    current = await load(parts, current, openAgreements);
  };
  const { log } = parts;
  const loading = every({ ms: RELOAD_MS, log, failed: 'reference data not loaded' }, reload);
  return {
    current: () => current.data,
    ownTrust: () => current.own,
    reload,
    close: () => loading.stop(),
  };
}
