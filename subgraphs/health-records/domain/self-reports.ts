import { refuseIf } from '../../kit/allowed-action.ts';
import type { AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../kit/identity.ts';
import { shanghaiDay } from '../../kit/standards/shanghai-day.ts';
import { checkReason, checkReport } from './checks.ts';
import type { RecordStore } from './record-store.ts';
import type { CheckIn, Declaration, SelfReport } from './records.ts';
import { againstReviewing } from './record-actions.ts';

/** Until when a declaration is reviewed. Source: RULES.md §1.7. */
const REVIEW_MS = { AT_DESK: 10 * 60_000, OTHERWISE: 8 * 3_600_000 } as const;

/** What use cases of this subgraph need. */
export interface RecordPorts {
  readonly store: RecordStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
}

/** What a declaration says. */
export interface NewDeclaration extends SelfReport {
  readonly residentId: string;
  readonly contactWithCase: boolean;
}

/** What a reviewer decides. */
export interface ReviewInput {
  readonly declarationId: string;
  readonly decision: 'APPROVE' | 'REJECT';
  readonly reason: string | null;
}

/** Use cases of what people say of themselves, and its review. Source: RULES.md §1–2. */
export function selfReportUseCases({ store, audit, now, newId }: RecordPorts) {
  return {
    /**
     * Receives a declaration for review. @throws {DomainError} NOT_FOUND, BAD_USER_INPUT
     */
    async declare(input: NewDeclaration, by: Identity): Promise<Declaration> {
      const region = requireResident(by, input.residentId);
      checkReport(input);
      const atDesk = by.kind === 'OFFICIAL';
      const at = now();
      const dueAt = new Date(at.getTime() + REVIEW_MS[atDesk ? 'AT_DESK' : 'OTHERWISE']);
      const declaration: Declaration = {
        ...input,
        symptoms: [...new Set(input.symptoms)].sort(),
        ...{ region, id: newId(region), recordedBy: by.subject },
        ...{ atDesk, declaredAt: at, dueAt },
        ...{ state: 'PENDING', reviewedAt: null, reviewReason: null },
      };
      await store.addDeclaration(declaration);
      const { id: objectId, residentId } = declaration;
      audit.note({
        ...{ region, action: 'DECLARATION_RECEIVED', residentId, objectId, detail: { atDesk } },
      });
      return declaration;
    },

    /**
     * Decides a declaration; an approved one becomes evidence.
     * @throws {DomainError} NOT_FOUND, BAD_USER_INPUT, SELF_APPROVAL, ILLEGAL_TRANSITION
     */
    async review({ declarationId, decision, reason }: ReviewInput, by: Identity) {
      const declaration = await store.findDeclaration(declarationId);
      if (!declaration) {
        throw new DomainError('NOT_FOUND', 'No such declaration.', {
          fields: ['input.declarationId'],
        });
      }
      refuseIf(againstReviewing(declaration, by));
      checkReason(decision, reason);
      const at = now();
      const state = decision === 'APPROVE' ? ('APPROVED' as const) : ('REJECTED' as const);
      if (!(await store.reviewDeclaration(declaration, { state, at, by: by.subject, reason }))) {
        throw new DomainError(
          'ILLEGAL_TRANSITION',
          'This declaration was decided before; only a PENDING one can be.',
        );
      }
      const { region, residentId, declaredAt, symptoms, temperature } = declaration;
      audit.note({
        ...{ region, action: 'DECLARATION_REVIEWED', residentId, objectId: declarationId, reason },
        detail: { state },
      });
      if (state === 'APPROVED') {
        const said = { declaredAt: declaredAt.toISOString(), symptoms, temperature };
        await store.append([
          {
            ...{ kind: 'DECLARATION', region, residentId, occurredAt: declaredAt },
            body: { source: 'SELF', ...said },
          },
        ]);
      }
      return { ...declaration, state, reviewedAt: at, reviewReason: reason };
    },

    /** Records the check-in of today. @throws {DomainError} NOT_FOUND, BAD_USER_INPUT, CONFLICT */
    async checkIn(
      { residentId, symptoms, temperature }: SelfReport & { readonly residentId: string },
      by: Identity,
    ): Promise<CheckIn> {
      const region = requireResident(by, residentId);
      checkReport({ symptoms, temperature });
      const at = now();
      const terms = [...new Set(symptoms)].sort();
      const checkIn: CheckIn = {
        ...{ region, id: newId(region), residentId, recordedBy: by.subject },
        ...{ at, day: shanghaiDay(at), symptoms: terms, temperature },
      };
      if (!(await store.addCheckIn(checkIn))) {
        throw new DomainError('CONFLICT', 'There is a check-in of today already.');
      }
      audit.note({ region, action: 'CHECKED_IN', residentId, objectId: checkIn.id });
      await store.append([
        {
          ...{ kind: 'CHECK_IN', region, residentId, occurredAt: at },
          body: { source: 'SELF', at: at.toISOString(), symptoms: terms, temperature },
        },
      ]);
      return checkIn;
    },
  };
}
