import type { KeyObject } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DomainError } from '../../domain-error.ts';
import { wrongCursor, type Page, type Rows } from '../../page.ts';
import { regionOfId } from '../../standards/opaque-id.ts';
import type { AuditAction } from '../trail.ts';
import { bodyStateOf, type BodyState } from '../body-state.ts';
import { verifyPart, type PartFindings } from '../verify-part.ts';
import { chainReader, type Ask } from './chain.reader.ts';
import type { ChunkItem } from '../chunk-item.ts';
import { receiptOf } from './receipt.reader.ts';

/** An entry as it is shown. What it says is null once it is not kept. */
export interface AuditEntry {
  readonly region: string;
  readonly sequence: number;
  readonly at: Date;
  readonly action: AuditAction;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly bodyState: BodyState;
  readonly subject: string | null;
  /** RESIDENT, OFFICIAL, PARTNER, GATEWAY or SYSTEM. */
  readonly role: string | null;
  readonly agency: string | null;
  readonly purpose: string | null;
  readonly residentId: string | null;
  readonly objectId: string | null;
  readonly reason: string | null;
  readonly details: readonly { readonly name: string; readonly value: string }[];
}

/** Which entries a list holds; null = all. */
export interface AuditFilter {
  readonly subject: string | null;
  readonly residentId: string | null;
  readonly action: AuditAction | null;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** Actions that are somebody's look at a resident. */
const ACCESSES: readonly AuditAction[] = [
  ...(['REVEALED', 'HEALTH_RECORD_OPENED', 'RESIDENT_FOUND'] as const),
  ...(['CONVERSION_OFFERED', 'REGISTRATION_HANDED_OVER'] as const),
];
const ALL: AuditFilter = { subject: null, residentId: null, action: null, from: null, to: null };

interface Columns {
  readonly region: string;
  readonly sequence: number;
  readonly at: Date;
  readonly kind: AuditAction;
  readonly hash: Buffer;
  readonly body: string | null;
}

interface Body {
  readonly subject?: string;
  readonly actor?: string;
  readonly agency?: string;
  readonly purpose?: string;
  readonly residentId?: string;
  readonly objectId?: string;
  readonly reason?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

function entryOf(
  { region, sequence, kind, hash, body, ...columns }: Columns,
  now: Date,
): AuditEntry {
  const said = JSON.parse(body ?? '{}') as Body;
  const at = new Date(columns.at);
  return {
    ...{ region, sequence, at, action: kind, hash: hash.toString('hex') },
    bodyState: bodyStateOf(body, at.getTime(), now.getTime()),
    ...{ subject: said.subject ?? null, role: said.actor ?? null, agency: said.agency ?? null },
    ...{ purpose: said.purpose ?? null, residentId: said.residentId ?? null },
    ...{ objectId: said.objectId ?? null, reason: said.reason ?? null },
    details: Object.entries(said.detail ?? {}).map(([name, value]) => ({
      ...{ name, value: String(value) },
    })),
  };
}

function sequenceOf({ after }: Page): number | null {
  if (!after) return null;
  const sequence = Number(after[0]);
  if (Number.isSafeInteger(sequence)) return sequence;
  throw wrongCursor();
}

/** Most receipts in one request. */
const RECEIPTS_MAX = 10;

/** Reads the log for the graph, within the scope of a request. */
export function auditReads(
  transaction: () => Promise<EntityManager>,
  keys: readonly KeyObject[],
  now: () => Date,
) {
  const ask: Ask = async <T extends object>(text: string, values: readonly unknown[] = []) =>
    (await transaction()).execute<T[]>(text, [...values]);
  const reader = chainReader(ask);
  let receipts = 0;

  async function newest(
    region: string,
    { subject, residentId, from, to }: AuditFilter,
    actions: readonly AuditAction[],
    { first, before }: { readonly first: number; readonly before: number | null },
  ): Promise<AuditEntry[]> {
    const conditions: (readonly [string, unknown])[] = [
      ['region = ?', region],
      ...(subject === null ? [] : [['b.subject = ?', subject] as const]),
      ...(residentId === null ? [] : [['b.resident_id = ?', residentId] as const]),
      ...(actions.length === 0
        ? []
        : [["e.kind = any(string_to_array(?, ','))", actions.join(',')] as const]),
      ...(from === null ? [] : [['e.at >= ?', from] as const]),
      ...(to === null ? [] : [['e.at < ?', to] as const]),
      ...(before === null ? [] : [['sequence < ?', before] as const]),
    ];
    const rows = await ask<Columns>(
      `select region, sequence::float8 as sequence, e.at, e.kind, e.hash, b.body
       from audit.entry e left join audit.body b using (region, sequence)
       where ${conditions.map(([condition]) => condition).join(' and ')}
       order by e.sequence desc limit ?`,
      [...conditions.map(([, value]) => value), first],
    );
    return rows.map((row) => entryOf(row, now()));
  }

  return {
    /** Entries of a region, the newest first. @throws {DomainError} BAD_USER_INPUT */
    async entries(region: string, filter: AuditFilter, page: Page): Promise<Rows<AuditEntry>> {
      const actions = filter.action === null ? [] : [filter.action];
      const part = { first: page.first + 1, before: sequenceOf(page) };
      return {
        rows: await newest(region, filter, actions, part),
        total: () => Promise.resolve(null),
      };
    },

    /** Who looked at a resident within what is kept, a year, the newest first. */
    async accessesOf(residentId: string, first: number): Promise<AuditEntry[]> {
      const region = regionOfId(residentId);
      if (region === null) return [];
      return newest(region, { ...ALL, residentId }, ACCESSES, { first, before: null });
    },

    /**
     * Receipt of a decision, or of an item of a chunk of decisions; null until a checkpoint has sealed its entry. Each is made of a whole
     * minute of the chain, so a request gets few. @throws {DomainError} COST_LIMIT
     */
    receiptOf(
      region: string,
      objectId: string,
      item: ChunkItem | null = null,
    ): Promise<string | null> {
      receipts += 1;
      if (receipts > RECEIPTS_MAX) {
        throw new DomainError('COST_LIMIT', `A request gets at most ${RECEIPTS_MAX} receipts.`);
      }
      const kind: AuditAction = item ? 'COLORS_DECIDED' : 'COLOR_DECIDED';
      return receiptOf(ask, reader, { region, objectId, kind, item });
    },

    /** Verifies a part of a region's chain. */
    verify: (region: string, from: number, limit: number): Promise<PartFindings> =>
      verifyPart({ reader, keys, region, from, limit, now: now().getTime() }),
  };
}

/** Reads of the log as a request's context has them. */
export type AuditReads = ReturnType<typeof auditReads>;
