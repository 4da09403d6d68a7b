import { refuseIf } from '../../kit/allowed-action.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../kit/identity.ts';
import { checkedReason } from '../../kit/reason.ts';
import { refuse } from './checks.ts';
import { againstWithdrawing } from './record-actions.ts';
import type { ContactNotice } from './records.ts';
import type { RecordPorts } from './self-reports.ts';

const DAY_MS = 86_400_000;
/** A contact counts from so many days before the case's sample on. */
const BEFORE_SAMPLE_DAYS = 14;
/** Longest overlap that one notice is about, in days. */
const OVERLAP_DAYS = 14;
/** It begins at most so many days after the case's sample: an old case is near nobody. */
const AFTER_SAMPLE_DAYS = 14;

/** Who was near whom, and when. */
export interface NewContactNotice {
  readonly residentId: string;
  /** The case's DETECTED result. */
  readonly testResultId: string;
  readonly overlapFrom: Date;
  readonly overlapUntil: Date;
}

/** Use cases of contact notices. Source: SECURITY.md, invariant 3; RULES.md §7. */
export function contactNoticeUseCases({ store, audit, now, newId }: RecordPorts) {
  async function checkCitation(input: NewContactNotice): Promise<void> {
    const { residentId, testResultId, overlapFrom, overlapUntil } = input;
    const cited = await store.findTestResult(testResultId);
    // Whose it is or what it says is not told apart: a notice is no way to find that out.
    if (
      cited?.result !== 'DETECTED' ||
      cited.correctedById !== null ||
      cited.residentId === residentId
    ) {
      refuse('testResultId', 'A notice cites a detected result of somebody else.');
    }
    const span = overlapUntil.getTime() - overlapFrom.getTime();
    if (span < 0 || span > OVERLAP_DAYS * DAY_MS || overlapUntil > now()) {
      refuse('overlapUntil', `An overlap is over, and at most ${OVERLAP_DAYS} days long.`);
    }
    const first = cited.sampleCollectedAt.getTime() - BEFORE_SAMPLE_DAYS * DAY_MS;
    if (overlapUntil.getTime() < first) {
      refuse('overlapUntil', 'The overlap ended long before the case was tested.');
    }
    const last = cited.sampleCollectedAt.getTime() + AFTER_SAMPLE_DAYS * DAY_MS;
    if (overlapFrom.getTime() > last) {
      refuse('overlapFrom', 'The overlap began long after the case was tested.');
    }
  }

  return {
    /** Says that a person was near a case. @throws {DomainError} NOT_FOUND, BAD_USER_INPUT */
    async notice(input: NewContactNotice, by: Identity): Promise<ContactNotice> {
      const { residentId, testResultId, overlapFrom, overlapUntil } = input;
      const region = requireResident(by, residentId);
      await checkCitation(input);
      const notice: ContactNotice = {
        ...{ region, id: newId(region), residentId, recordedBy: by.subject },
        ...{ caseResultId: testResultId, overlapFrom, lastContactAt: overlapUntil },
        ...{ noticedAt: now(), withdrawnAt: null },
      };
      await store.addNotice(notice);
      const { id: noticeId, lastContactAt } = notice;
      audit.note({
        ...{ region, action: 'CONTACT_NOTICED', residentId, objectId: noticeId },
        detail: { citation: testResultId, lastContactAt: lastContactAt.toISOString() },
      });
      await store.append([
        {
          ...{ kind: 'CONTACT_NOTICE', region, id: noticeId, residentId },
          occurredAt: lastContactAt,
          body: { source: 'OFFICIAL', noticeId, lastContactAt: lastContactAt.toISOString() },
        },
      ]);
      return notice;
    },

    /** Takes a notice back. @throws {DomainError} NOT_FOUND, BAD_USER_INPUT, ILLEGAL_TRANSITION */
    async withdraw(noticeId: string, reason: string, by: Identity): Promise<ContactNotice> {
      const text = checkedReason(reason);
      const notice = await store.findNotice(noticeId);
      if (!notice) {
        throw new DomainError('NOT_FOUND', 'No such notice.', { fields: ['input.noticeId'] });
      }
      refuseIf(againstWithdrawing(notice, by));
      const at = now();
      if (!(await store.withdrawNotice(notice, at, by.subject))) {
        throw new DomainError('ILLEGAL_TRANSITION', 'This notice was withdrawn before.');
      }
      const { region, residentId } = notice;
      audit.note({
        ...{ region, action: 'CONTACT_WITHDRAWN', residentId, objectId: noticeId, reason: text },
      });
      await store.append([
        {
          ...{ kind: 'CONTACT_WITHDRAWAL', region, residentId, occurredAt: at },
          body: { source: 'OFFICIAL', noticeId, withdrawnAt: at.toISOString() },
        },
      ]);
      return { ...notice, withdrawnAt: at };
    },
  };
}
