import type { AuditTrail } from '../../kit/audit/trail.ts';
import type { Page, Rows } from '../../kit/page.ts';
import { shanghaiDay, startOfShanghaiDay } from '../../kit/standards/shanghai-day.ts';

/** Grounds on which somebody is in the list of cases. Places of isolation, a result, a contact. */
export const CASE_KINDS = ['HOME', 'CENTRAL', 'DETECTED', 'CONTACT'] as const;
/** One ground. */
export type CaseKind = (typeof CASE_KINDS)[number];

/** What a case may be due for. */
export const CASE_DUES = ['ENDS_TODAY', 'CHECK_IN_MISSED'] as const;
/** One of them. */
export type CaseDue = (typeof CASE_DUES)[number];

/** Somebody whom case work is about now, on one ground. Source: RULES.md §9. */
export interface Case {
  readonly region: string;
  /** Id of the order, the result or the notice. */
  readonly id: string;
  readonly residentId: string;
  readonly kind: CaseKind;
  /** Beginning of the order, collection of the sample, last contact. */
  readonly since: Date;
  /** Exclusive. */
  readonly until: Date;
  /** Calendar day of the last check-in in Asia/Shanghai. */
  readonly lastCheckInOn: string | null;
}

/** Which cases are asked for; null = all. */
export interface CaseFilter {
  readonly region: string | null;
  readonly kind: CaseKind | null;
  readonly due: CaseDue | null;
}

/** The same for a store, which knows no clock. */
export interface WantedCases {
  readonly region: string | null;
  readonly kind: CaseKind | null;
  readonly at: Date;
  /** Only those that end then or before. */
  readonly endsBy: Date | null;
  /** Only those that were known before this instant and did not check in from its day on. */
  readonly silentSince: { readonly at: Date; readonly day: string } | null;
}

/** Cases, read. */
export interface CaseStore {
  /** The one that ends first leads. */
  cases(wanted: WantedCases, page: Page): Promise<Rows<Case>>;
}

/**
 * How long a result and a notice are in the list, in days: as long as any national edition counts
 * them. Policies of a region may count them for less; the list decides nothing.
 */
export const LISTED_DAYS = { DETECTED: 7, CONTACT: 21 } as const;

/** What the use cases need. */
export interface CasePorts {
  readonly store: CaseStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
}

/** Use cases of the list of cases. Source: RULES.md §9. */
export function caseUseCases({ store, audit, now }: CasePorts) {
  return {
    /** Cases of the regions of who asks. That they were looked at is logged in each region. */
    async list({ region, kind, due }: CaseFilter, page: Page): Promise<Rows<Case>> {
      const at = now();
      const yesterday = startOfShanghaiDay(at, -1);
      const found = await store.cases(
        {
          ...{ region, kind, at },
          endsBy: due === 'ENDS_TODAY' ? startOfShanghaiDay(at, 1) : null,
          silentSince:
            due === 'CHECK_IN_MISSED' ? { at: yesterday, day: shanghaiDay(yesterday) } : null,
        },
        page,
      );
      const shown = found.rows.slice(0, page.first);
      for (const one of new Set(shown.map((row) => row.region))) {
        const cases = shown.filter((row) => row.region === one).length;
        audit.note({ region: one, action: 'CASES_LISTED', detail: { cases } });
      }
      return found;
    },
  };
}
