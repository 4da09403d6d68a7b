import type { AuditAction, AuditTrail } from '../../../kit/audit/trail.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import { requireRegion, type Identity } from '../../../kit/identity.ts';
import { stateAt, type Proposal } from '../../../kit/proposal/proposal.ts';
import { NATION } from '../../../kit/standards/gbt2260.ts';
import { BULLETIN, type acceptance } from './accept-bulletin.ts';
import { contentOf, readBulletin, type Bulletin, type PublishedBulletin } from './bulletin.ts';
import { holdReasons, movementOf, type HoldRules, type LastAccepted } from './hold.ts';
import type { BulletinStore, KeptBulletin, UnresolvedName } from './kept-bulletin.ts';
import type { Interval } from './plan-intervals.ts';
import type { ResolveNames } from './resolve-name.ts';

/** How a second person is asked, and what came of it. */
export interface SecondPeople {
  propose(
    kind: string,
    region: string,
    about: string,
    reason: string,
    by: Identity,
  ): Promise<Proposal>;
  find(id: string): Promise<Proposal | null>;
}

/** What importing needs. */
export interface ImportPorts {
  readonly store: BulletinStore;
  readonly accepting: ReturnType<typeof acceptance>;
  readonly proposals: SecondPeople;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  readonly resolve: ResolveNames;
  /** SHA-256 of a text, hexadecimal. */
  readonly digest: (text: string) => string;
  readonly rules: HoldRules;
}

/** Names of a bulletin, keys of its areas, that lead to nothing nearer than a province. */
export function unresolvedNames(areas: Iterable<string>, resolve: ResolveNames): UnresolvedName[] {
  const counts = new Map<string, number>();
  for (const key of areas) {
    const names = key.slice(key.indexOf('\t'), key.lastIndexOf('\t'));
    counts.set(names, (counts.get(names) ?? 0) + 1);
  }
  return [...counts].flatMap(([names, count]) => {
    const [, province = '', city = '', county = ''] = names.split('\t');
    const { code: division, level } = resolve({ province, city, county });
    if (level === 'CITY' || level === 'COUNTY') return [];
    return [{ name: [province, city, county].join(' ').trim(), division, level, areas: count }];
  });
}

function openOf(intervals: readonly Interval[]): ReadonlySet<string> {
  const open = new Set<string>();
  for (const { key, to } of intervals) if (to === null) open.add(key);
  return open;
}

/** What a bulletin is compared with, and the intervals from its instant on. */
interface Before extends LastAccepted {
  readonly intervals: readonly Interval[];
}

/** Use cases of bulletins. Source: RULES.md §2 and §3. */
export function bulletinUseCases(ports: ImportPorts) {
  const { store, accepting, proposals, audit, now, newId, resolve, digest, rules } = ports;

  function note(action: AuditAction, { id, publishedAt, holds, movement }: KeptBulletin): void {
    const { lifted, raised } = movement;
    const detail = { publishedAt: publishedAt.toISOString(), lifted, raised };
    const why = holds.length > 0 ? { holds: holds.join(' ') } : {};
    audit.note({ region: NATION, action, objectId: id, detail: { ...detail, ...why } });
  }

  async function hold(bulletin: KeptBulletin, by: Identity): Promise<KeptBulletin> {
    const reason = `Held: ${bulletin.holds.join(', ')}.`;
    const proposal = await proposals.propose(BULLETIN, NATION, bulletin.id, reason, by);
    const held: KeptBulletin = { ...bulletin, proposalId: proposal.id };
    await store.save(held);
    note('BULLETIN_HELD', held);
    return held;
  }

  /** The same content again changes nothing; asked anew when nobody decided it in time. */
  async function again(known: KeptBulletin, by: Identity): Promise<KeptBulletin> {
    const proposal = known.proposalId === null ? null : await proposals.find(known.proposalId);
    const waits = proposal !== null && stateAt(proposal, now()) === 'WAITING';
    if (known.state === 'HELD' && !waits) return hold(known, by);
    note('BULLETIN_IMPORTED', known);
    return known;
  }

  async function last(): Promise<Before | null> {
    const accepted = await store.lastAccepted();
    if (!accepted) return null;
    const intervals = await store.intervals(accepted.publishedAt, null);
    return { ...accepted, intervals, areas: openOf(intervals) };
  }

  function fresh(bulletin: Bulletin, text: string, before: LastAccepted | null, by: Identity) {
    const at = now();
    const movement = movementOf(before?.areas ?? new Set(), bulletin.areas);
    const made: KeptBulletin = {
      ...{ region: NATION, id: newId(NATION), publishedAt: bulletin.publishedAt },
      ...{ importedAt: at, importedBy: by.subject, state: 'HELD', acceptedAt: null },
      ...{ digest: text, listed: bulletin.listed, movement, proposalId: null },
      holds: holdReasons(bulletin, before, movement, at, rules),
      unresolved: unresolvedNames(bulletin.areas, resolve),
    };
    return made;
  }

  return {
    /**
     * Takes a bulletin in: into force at once, or held for two people when it looks wrong. The same
     * content again changes nothing.
     * @throws {DomainError} REGION_OUT_OF_SCOPE, BAD_USER_INPUT, STEP_UP_REQUIRED
     */
    async import(published: PublishedBulletin, by: Identity): Promise<KeptBulletin> {
      requireRegion(by, NATION);
      const bulletin = readBulletin(published);
      if (!bulletin) {
        throw new DomainError('BAD_USER_INPUT', 'This bulletin does not say from when it is.', {
          fields: ['input.content'],
        });
      }
      await store.lock();
      const text = digest(contentOf(bulletin));
      const known = await store.byDigest(text);
      if (known) return again(known, by);
      const before = await last();
      const made = fresh(bulletin, text, before, by);
      await store.add(made, bulletin.areas);
      if (made.holds.length > 0) return hold(made, by);
      const accepted = await accepting.accept(made, bulletin.areas, before?.intervals);
      note('BULLETIN_IMPORTED', accepted);
      return accepted;
    },
  };
}
