import type { Color } from './color.ts';
import type { EvidenceSource } from './facts.ts';
import type { Place, RiskLevel } from './policy.ts';

interface Common {
  /** Id of the event it came in. */
  readonly id: string;
  readonly source: EvidenceSource;
  readonly occurredAt: Date;
  /** When codes took it in; absent = at once. */
  readonly takenInAt?: Date | undefined;
  /** Id of earlier evidence about the same resident that no longer counts. */
  readonly supersedes?: string | undefined;
}

interface SelfReport {
  readonly symptoms: readonly string[];
  /** Degrees Celsius; null = not taken. */
  readonly temperature: number | null;
}

/** What each kind of event says. The producers' RULES.md name these shapes. */
interface Bodies {
  readonly DECLARATION: SelfReport & { readonly declaredAt: Date };
  readonly CHECK_IN: SelfReport & { readonly at: Date };
  readonly TEST_RESULT: {
    readonly sampleCollectedAt: Date;
    readonly result: 'DETECTED' | 'NOT_DETECTED';
  };
  readonly ISOLATION_ORDER: {
    readonly orderId: string;
    readonly from: Date;
    readonly until: Date | null;
    readonly place: Place;
  };
  readonly ISOLATION_EXTENSION: { readonly orderId: string; readonly until: Date };
  readonly ISOLATION_RELEASE: { readonly orderId: string; readonly releasedAt: Date };
  readonly CONTACT_NOTICE: { readonly noticeId: string; readonly lastContactAt: Date };
  readonly CONTACT_WITHDRAWAL: { readonly noticeId: string; readonly withdrawnAt: Date };
  /** That the person says where they stayed; what it means, RISK_AREA_STAY says. */
  readonly STAY: { readonly stayId: string };
  readonly RISK_AREA_STAY: {
    readonly stayId: string;
    readonly level: RiskLevel;
    readonly from: Date;
    readonly until: Date | null;
  };
  readonly ENTRY: { readonly tripId: string; readonly enteredAt: Date };
  readonly OVERRIDE: {
    readonly overrideId: string;
    readonly direction: 'RELAX' | 'STRICTER';
    readonly color: Color;
    readonly from: Date;
    readonly until: Date;
  };
}

/** Kinds of evidence, as events name them. */
export type EvidenceKind = keyof Bodies;

/** Evidence of one kind. */
export type EvidenceOf<K extends EvidenceKind> = Common & {
  readonly kind: K;
  readonly body: Bodies[K];
};

/** One piece of evidence as an event brought it. */
export type Evidence = { [K in EvidenceKind]: EvidenceOf<K> }[EvidenceKind];
