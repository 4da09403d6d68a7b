import type { Evidence, EvidenceKind, EvidenceOf } from './evidence.ts';
import type { Fact, Facts, Known } from './facts.ts';

export type { Evidence } from './evidence.ts';

/** Evidence by its kind; what no evidence brought is not there. */
type Sorted = { [K in EvidenceKind]?: EvidenceOf<K>[] };

/** What is superseded: a person's own word takes back nothing that somebody else said. */
function supersededIn(evidence: Iterable<Evidence>, byId: ReadonlyMap<string, Evidence>) {
  const superseded = new Set<string>();
  for (const { id, source, supersedes } of evidence) {
    if (supersedes === undefined || supersedes === id) continue;
    if (source === 'SELF' && byId.get(supersedes)?.source !== 'SELF') continue;
    superseded.add(supersedes);
  }
  return superseded;
}

function put<K extends EvidenceKind>(sorted: { [P in K]?: EvidenceOf<P>[] }, piece: EvidenceOf<K>) {
  const kind: K = piece.kind;
  const list: EvidenceOf<K>[] = (sorted[kind] ??= []);
  list.push(piece);
}

function common({ id, source, takenInAt }: Evidence): Fact {
  return { evidenceId: id, source, knownAt: takenInAt };
}

/** The first of some instants that belong to a thing; null when there is none. */
function firstOf(times: readonly Date[]): Date | null {
  return times.length === 0 ? null : new Date(Math.min(...times.map((at) => at.getTime())));
}

/** The end of an order: open, or the latest that the order or an extension names. */
function endOfOrder(until: Date | null, extensions: readonly Date[]): Date | null {
  if (until === null) return null;
  return new Date(Math.max(until.getTime(), ...extensions.map((at) => at.getTime())));
}

function selfReports(pieces: readonly (EvidenceOf<'DECLARATION'> | EvidenceOf<'CHECK_IN'>)[] = []) {
  return pieces.map((piece) => ({
    ...common(piece),
    at: piece.kind === 'DECLARATION' ? piece.body.declaredAt : piece.body.at,
    ...{ symptoms: piece.body.symptoms, temperature: piece.body.temperature },
  }));
}

function orders(sorted: Sorted) {
  return (sorted.ISOLATION_ORDER ?? []).map((piece) => {
    const { orderId, from, until, place } = piece.body;
    const released = (sorted.ISOLATION_RELEASE ?? []).filter(
      ({ body }) => body.orderId === orderId,
    );
    const extended = (sorted.ISOLATION_EXTENSION ?? []).filter(
      ({ body }) => body.orderId === orderId,
    );
    return {
      ...{ ...common(piece), orderId, from, place },
      until: endOfOrder(
        until,
        extended.map(({ body }) => body.until),
      ),
      releasedAt: firstOf(released.map(({ body }) => body.releasedAt)),
    };
  });
}

function contacts(sorted: Sorted) {
  return (sorted.CONTACT_NOTICE ?? []).map((piece) => {
    const { noticeId, lastContactAt } = piece.body;
    const withdrawn = (sorted.CONTACT_WITHDRAWAL ?? []).filter(
      ({ body }) => body.noticeId === noticeId,
    );
    const withdrawnAt = firstOf(withdrawn.map(({ body }) => body.withdrawnAt));
    return { ...common(piece), noticeId, lastContactAt, withdrawnAt };
  });
}

function stays({ STAY, RISK_AREA_STAY }: Sorted): Facts['stays'] {
  if (STAY === undefined && RISK_AREA_STAY === undefined) return 'unknown';
  return (RISK_AREA_STAY ?? []).map((piece) => {
    const { level, from, until } = piece.body;
    return { ...common(piece), level, from, until };
  });
}

function unlessNone<T>(facts: readonly T[]): Known<readonly T[]> {
  return facts.length > 0 ? facts : 'unknown';
}

/**
 * The facts in a set of evidence, whatever its order; the same evidence twice counts once, and
 * superseded evidence not at all. What attaches to an order or a notice waits for it. Source:
 * RULES.md §1.
 */
export function factsOf(evidence: readonly Evidence[]): Facts {
  const byId = new Map(evidence.map((piece) => [piece.id, piece]));
  const superseded = supersededIn(byId.values(), byId);
  const sorted: Sorted = {};
  for (const piece of byId.values()) if (!superseded.has(piece.id)) put(sorted, piece);
  return {
    declarations: unlessNone(selfReports(sorted.DECLARATION)),
    checkIns: selfReports(sorted.CHECK_IN),
    results: (sorted.TEST_RESULT ?? []).map((piece) => {
      const { sampleCollectedAt, result } = piece.body;
      return { ...common(piece), sampleCollectedAt, result };
    }),
    orders: orders(sorted),
    contacts: contacts(sorted),
    stays: stays(sorted),
    entries: (sorted.ENTRY ?? []).map((piece) => ({
      ...{ ...common(piece), enteredAt: piece.body.enteredAt },
    })),
    overrides: (sorted.OVERRIDE ?? []).map((piece) => {
      const { direction, color, from, until } = piece.body;
      return { ...common(piece), direction, color, from, until };
    }),
  };
}
