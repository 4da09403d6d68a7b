import type { MikroORM } from '@mikro-orm/postgresql';
import { every } from '../../kit/every.ts';
import type { Log } from '../../kit/log.ts';
import { rowsOfQuery } from '../../kit/query.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { openSharedEvidence, type SharedEvidence } from '../domain/evidence/shared-evidence.ts';
import type { PolicyTerm } from '../domain/policy/versions.ts';
import { openTerms, type Terms } from '../domain/recognition/terms.ts';
import { hexOf } from '../domain/token/bytes.ts';
import type { Verify } from '../domain/token/keys.ts';
import type { ListFault, Signed } from '../domain/trust/signed-list.ts';
import type { TrustIndex } from '../domain/trust/trust-list.ts';
import { evidenceName } from './signed-list.entity.ts';

/** What reading shared evidence needs. */
export interface SharedListParts {
  readonly orm: MikroORM;
  readonly trust: () => TrustIndex | null;
  /** Whether a region is served by this stack. */
  readonly isLocal: (region: string) => boolean;
  readonly verify: Verify;
  readonly now: () => Date;
  readonly log: Log;
}

/** What is shared with the regions of this stack, by issuers here and elsewhere. */
export interface SharedLists {
  of(issuer: string, receiver: string): Signed<SharedEvidence> | undefined;
  /** Policies that a region of another stack says it goes by. */
  policiesOf(region: string): readonly PolicyTerm[];
  close(): Promise<void>;
}

const SUBJECT = 'shared-lists';
const RELOAD_MS = 2_000;

type Opened = { readonly evidence: Signed<SharedEvidence> } | { readonly terms: Signed<Terms> };

/** A list, and under what it was opened. */
interface Held {
  readonly stamp: string;
  readonly opened: Opened | { readonly fault: ListFault };
}

interface Found {
  readonly region: string;
  readonly name: string;
  readonly kind: 'EVIDENCE' | 'TERMS';
  readonly digest: Buffer;
}

/** Keeps shared evidence at hand, verified anew whenever a list or the trust list changes. */
export async function openSharedLists(parts: SharedListParts): Promise<SharedLists> {
  const { orm, trust, isLocal, verify, now, log } = parts;
  let held: ReadonlyMap<string, Held> = new Map();

  const read = <T extends object>(regions: readonly string[], sql: string, values: string[] = []) =>
    inScope(orm, { regions, residents: [], subject: SUBJECT }, async (tx) =>
      rowsOfQuery<T>(await tx(), sql, values),
    );

  async function opening(
    { region, name, kind }: Found,
    regions: readonly string[],
    index: TrustIndex,
    before: Held | undefined,
  ): Promise<Held['opened']> {
    const [row] = await read<{ signed: Buffer }>(
      regions,
      'select signed from codes.signed_list where region = $1 and name = $2',
      [region, name],
    );
    const checks = { trust: index, verify, now: now() };
    if (!row) return { fault: 'MALFORMED' };
    const last = before?.opened;
    if (kind === 'TERMS') {
      const heldFrom = () => (last && 'terms' in last ? last.terms.issuedAt : null);
      const terms = await openTerms(row.signed, checks, heldFrom);
      return 'fault' in terms ? terms : { terms };
    }
    const evidence = await openSharedEvidence(row.signed, {
      ...checks,
      isReceiver: (receiver) => name === evidenceName(receiver) && isLocal(receiver),
      heldFrom: () => (last && 'evidence' in last ? last.evidence.issuedAt : null),
    });
    return 'fault' in evidence ? evidence : { evidence };
  }

  async function load(): Promise<void> {
    const index = trust();
    if (!index) return;
    const local = index.list.regions.map(({ region }) => region).filter(isLocal);
    const mine = new Set(local.map(evidenceName));
    const rows = await read<Found>(
      local,
      `select region, name, kind, digest from codes.signed_list
       where kind in ('EVIDENCE', 'TERMS')`,
    );
    const next = new Map<string, Held>();
    for (const row of rows) {
      const { region, name, kind, digest } = row;
      if (kind === 'EVIDENCE' ? !mine.has(name) : isLocal(region)) continue;
      const key = `${region} ${name}`;
      const before = held.get(key);
      const stamp = `${index.list.version} ${hexOf(digest)}`;
      if (before?.stamp === stamp) {
        next.set(key, before);
        continue;
      }
      const opened = await opening(row, local, index, before);
      if ('fault' in opened) log.error({ region, name, fault: opened.fault }, 'a list was refused');
      next.set(key, { stamp, opened });
    }
    held = next;
  }

  await load();
  const loading = every({ ms: RELOAD_MS, log, failed: 'shared evidence not loaded' }, load);

  return {
    of(issuer, receiver) {
      const opened = held.get(`${issuer} ${evidenceName(receiver)}`)?.opened;
      return opened && 'evidence' in opened && opened.evidence.issuer === issuer
        ? opened.evidence
        : undefined;
    },
    policiesOf(region) {
      const opened = held.get(`${region} terms`)?.opened;
      return opened && 'terms' in opened && opened.terms.region === region
        ? opened.terms.policies
        : [];
    },
    close: () => loading.stop(),
  };
}
