import type { EvidenceSource, Facts, IsolationOrderFact } from './facts.ts';

interface Common {
  /** Id of the event it came in. */
  readonly id: string;
  readonly source: EvidenceSource;
  readonly occurredAt: Date;
}

interface SelfReport {
  readonly symptoms: readonly string[];
  readonly temperature: number | null;
}

/** One piece of evidence as an event brought it. */
export type Evidence = Common &
  (
    | { readonly kind: 'DECLARATION'; readonly body: SelfReport & { readonly declaredAt: Date } }
    | { readonly kind: 'CHECK_IN'; readonly body: SelfReport & { readonly at: Date } }
    | {
        readonly kind: 'TEST_RESULT';
        readonly body: {
          readonly sampleCollectedAt: Date;
          readonly result: 'DETECTED' | 'NOT_DETECTED';
        };
      }
    | {
        readonly kind: 'ISOLATION_ORDER';
        readonly body: {
          readonly orderId: string;
          readonly from: Date;
          readonly until: Date | null;
          readonly place: 'HOME' | 'CENTRAL';
        };
      }
    | {
        readonly kind: 'ISOLATION_RELEASE';
        readonly body: { readonly orderId: string; readonly releasedAt: Date };
      }
  );

type OfKind<K extends Evidence['kind']> = Extract<Evidence, { kind: K }>;

function isKind<K extends Evidence['kind']>(kind: K) {
  return (evidence: Evidence): evidence is OfKind<K> => evidence.kind === kind;
}

/**
 * The facts in a set of evidence, whatever its order; the same evidence twice counts once. A
 * release whose order has not come yet waits for it. Declarations are unknown until there is one;
 * registers of results, orders and check-ins are known to be empty. Source: RULES.md §1.
 */
export function factsOf(evidence: readonly Evidence[]): Facts {
  const once = [...new Map(evidence.map((piece) => [piece.id, piece])).values()];
  const releases = once.filter(isKind('ISOLATION_RELEASE'));

  function releasedAt(orderId: string): Date | null {
    const times = releases
      .filter(({ body }) => body.orderId === orderId)
      .map(({ body }) => body.releasedAt.getTime());
    return times.length > 0 ? new Date(Math.min(...times)) : null;
  }

  const declarations = once.filter(isKind('DECLARATION')).map(({ id, source, body }) => ({
    ...{ evidenceId: id, source, at: body.declaredAt },
    ...{ symptoms: body.symptoms, temperature: body.temperature },
  }));
  return {
    declarations: declarations.length > 0 ? declarations : 'unknown',
    checkIns: once.filter(isKind('CHECK_IN')).map(({ id, source, body }) => ({
      ...{ evidenceId: id, source },
      ...body,
    })),
    results: once.filter(isKind('TEST_RESULT')).map(({ id, source, body }) => ({
      ...{ evidenceId: id, source },
      ...body,
    })),
    orders: once
      .filter(isKind('ISOLATION_ORDER'))
      .map(({ id, source, body }): IsolationOrderFact => ({
        ...{ evidenceId: id, source },
        ...body,
        releasedAt: releasedAt(body.orderId),
      })),
  };
}
