import type { AuditTrail } from '../../../kit/audit/trail.ts';
import type { Sha256 } from '../../../kit/standards/merkle.ts';
import { decideCode, type Decided } from './decide-code.ts';
import { chunkNote, chunkOf, decisionNote, SINGLE_MAX } from './decision-chunk.ts';
import type { ColorDecision, HealthCode } from './health-code.ts';
import type { Incoming, IntakeStore, ReadEvent, Registered, Registration } from './intake-store.ts';

export type { Incoming, Registration } from './intake-store.ts';

/** Most residents whose codes one transaction decides. */
export const CHUNK_MAX = 1_000;

/** What is kept for a rule of a later policy moves no code. */
function moves({ kind }: Incoming): boolean {
  return kind !== 'OTHER';
}

/** A code with what the latest of its events says of its holder; null when they say nothing. */
function registered(code: HealthCode, events: readonly ReadEvent[]): Registered | null {
  const said = events.flatMap(({ incoming }) =>
    incoming.kind === 'REGISTRATION' ? [incoming.registration] : [],
  );
  const last = said.reduce<Registration | null>(
    (latest, one) => (latest && latest.asOf > one.asOf ? latest : one),
    null,
  );
  return last && { ...code, ...last };
}

/** What taking in needs besides the store. */
export interface IntakePorts {
  readonly region: string;
  readonly store: IntakeStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  readonly sha256: Sha256;
}

/**
 * Use cases of the event consumer within one region: the only way in which a code gets a color.
 * What they do for one resident they do for a thousand, in as many statements.
 */
export function intakeUseCases(ports: IntakePorts) {
  const { region, store, audit, now, newId, sha256 } = ports;

  /** One entry a decision, or one for all of them. */
  async function noted(decided: readonly Decided[], at: Date): Promise<readonly Decided[]> {
    const decisions = decided.flatMap(({ decision }) => decision ?? []);
    const [first] = decisions;
    if (!first || decisions.length <= SINGLE_MAX) {
      for (const decision of decisions) audit.note(decisionNote(decision));
      return decided;
    }
    const chunk = chunkOf(decisions, { id: newId(region), region, at }, sha256);
    audit.note(chunkNote(chunk, first.policyVersion, sha256));
    await store.addChunk(chunk);
    const inChunk = (one: ColorDecision | null) => one && { ...one, chunkId: chunk.id };
    return decided.map((one) => ({ ...one, decision: inChunk(one.decision) }));
  }

  async function decide(codes: readonly HealthCode[]): Promise<number> {
    const at = now();
    const policy = await store.policyInForce(at);
    // No published rule, no color, and nothing that time could change.
    const all = policy && (await store.evidenceOf(codes.map(({ residentId }) => residentId)));
    const decided = codes.map((code) =>
      policy && all
        ? decideCode(code, all.get(code.residentId) ?? [], policy, at, newId)
        : { code, decision: null, lookAgainAt: null },
    );
    await store.save(await noted(decided, at));
    return decided.filter(({ decision }) => decision !== null).length;
  }

  return {
    /**
     * Takes in events of at most {@link CHUNK_MAX} residents and decides anew whoever they are
     * about, once each. Taking in the same event again changes nothing.
     */
    async takeIn(events: readonly ReadEvent[]): Promise<void> {
      const residents = [...new Set(events.map(({ residentId }) => residentId))];
      const at = now();
      const codes = await store.lockedCodes(residents, at);
      const fresh = await store.keep(events, at);
      const byResident = Map.groupBy(
        events.filter(({ id }) => fresh.has(id)),
        ({ residentId }) => residentId,
      );
      const moved = codes
        .filter((code) => byResident.get(code.residentId)?.some(({ incoming }) => moves(incoming)))
        .map((code) => ({ code, known: registered(code, byResident.get(code.residentId) ?? []) }));
      const known = moved.flatMap((one) => one.known ?? []);
      if (known.length > 0) await store.setRegistrations(known);
      const touched = moved.map((one) => one.known ?? one.code);
      if (touched.length > 0) await decide(touched);
    },

    /** Decides locked codes anew, because time has passed or rules have changed; how many changed. */
    decide,
  };
}
