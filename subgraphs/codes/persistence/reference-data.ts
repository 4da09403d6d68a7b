import type { InferEntity, MikroORM } from '@mikro-orm/postgresql';
import type { Log } from '../../kit/log.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import type { Policy } from '../domain/color/policy.ts';
import type { CurrentReference, ReferenceData } from '../domain/recognition/reference.ts';
import type { Verify } from '../domain/token/keys.ts';
import { withoutKeys } from '../domain/trust/key-withdrawal.ts';
import { openTrustList, type TrustIndex } from '../domain/trust/trust-list.ts';
import { rootKeys, type TrustRoots } from './key-file.ts';
import { KeyWithdrawalRow } from './key-withdrawal.entity.ts';
import { AgreementRow, AgreementWithdrawalRow } from './agreement.entity.ts';
import { agreementOpener } from './open-agreements.ts';
import { PolicyRow, RegionRow, TrustListRow } from './reference.entity.ts';

/** How often reference data is loaded again, in milliseconds. */
const RELOAD_MS = 2_000;

const NOBODY = { regions: [], residents: [], subject: 'reference' };

/** A policy as the domain knows it. */
export function toPolicy(row: InferEntity<typeof PolicyRow>): Policy {
  const { region, version, validFrom, validTo, statusMaxAgeMinutes, rules } = row;
  return { region, version, validFrom, validTo: validTo ?? null, statusMaxAgeMinutes, rules };
}

/** What loading needs. */
export interface ReferenceParts {
  readonly orm: MikroORM;
  readonly roots: TrustRoots;
  readonly verify: Verify;
  readonly now: () => Date;
  readonly log: Log;
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

/** Opens the newest trust list; a list that does not hold leaves the one in use. */
async function openNewest(
  { lists }: Rows,
  current: TrustIndex | null,
  { roots, verify, now, log }: ReferenceParts,
): Promise<TrustIndex | null> {
  const newest = lists[0];
  if (!newest) return current;
  const opened = await openTrustList(newest.signed, {
    ...rootKeys(roots),
    current: current?.list.version ?? 0,
    verify,
    now: now(),
  });
  if (!('fault' in opened)) return opened;
  log.error({ version: newest.version, fault: opened.fault }, 'trust list refused');
  // One that is over still says whose a key was: verdicts on it are STALE, never invalid.
  return current ?? opened.expired ?? null;
}

async function load(
  parts: ReferenceParts,
  openAgreements: ReturnType<typeof agreementOpener>,
  current: ReferenceData,
): Promise<ReferenceData> {
  const rows = await readRows(parts.orm);
  const listed = await openNewest(rows, current.trust, parts);
  const trust = listed && withoutKeys(listed, rows.withdrawn);
  return {
    trust,
    agreements: trust ? await openAgreements(rows, trust) : [],
    policies: rows.policies.map(toPolicy),
    regions: new Map(rows.regions.map(({ region, name }) => [region, { id: region, names: name }])),
  };
}

/** Reference data, loaded now and again every two seconds. */
export async function openReferenceData(
  parts: ReferenceParts,
): Promise<{ current: CurrentReference; close(): void }> {
  const empty: ReferenceData = { regions: new Map(), trust: null, agreements: [], policies: [] };
  const openAgreements = agreementOpener(parts.verify);
  let current = await load(parts, openAgreements, empty);
  let loading = false;
  const timer = setInterval(() => {
    if (loading) return;
    loading = true;
    load(parts, openAgreements, current)
      .then((data) => {
        current = data;
      })
      .catch((error: unknown) => {
        parts.log.error({ err: error }, 'reference data not loaded');
      })
      .finally(() => {
        loading = false;
      });
  }, RELOAD_MS);
  timer.unref();
  return {
    current: () => current,
    close: () => {
      clearInterval(timer);
    },
  };
}
