import { registerEnumType } from 'type-graphql';
import { BODY_STATES } from '../../kit/audit/body-state.ts';
import { AUDIT_FAULTS } from '../../kit/audit/fault.ts';
import { AUDIT_ACTIONS, type AuditAction as Action } from '../../kit/audit/trail.ts';
import { enumOf, meanings } from '../../kit/graphql/enum-of.ts';

/** What an entry says was done. */
export const AuditAction = enumOf(AUDIT_ACTIONS);
export type AuditAction = Action;
registerEnumType(AuditAction, {
  name: 'AuditAction',
  description: 'What was done; a closed list.',
  valuesConfig: meanings<keyof typeof AuditAction>({
    RESIDENT_REGISTERED: 'A registration was received.',
    REGISTRATION_REVIEWED: 'A registration was approved or rejected.',
    GUARDIANSHIP_OFFERED: 'A person made a code by which they agree to a guardian.',
    GUARDIANSHIP_BEGUN: 'A guardian was named, or goes on for longer.',
    GUARDIANSHIP_ENDED: 'A guardian no longer acts for a ward.',
    GUARDIANSHIP_RENEWAL_ASKED: 'A guardian asked to go on for longer.',
    GUARDIANSHIP_RENEWAL_REFUSED: 'A renewal of a guardianship was refused.',
    CONVERSION_OFFERED: 'A registration was offered to another region.',
    REGISTRATION_HANDED_OVER: 'An offered registration was given to the region it was offered to.',
    REGISTRATION_FETCHED: 'A registration that another region offers was fetched, sealed.',
    RESIDENT_FOUND:
      'Somebody found a registration by name and document, or by the text that made it.',
    REVEALED: 'Somebody saw hidden fields of a registration; the detail says which.',
    HEALTH_RECORD_OPENED: 'An official opened a health record.',
    EXPORTED: 'One page of an approved bulk export was fetched.',
    ACCOUNT_ADDED: 'An account was given a role.',
    ACCOUNT_CHANGED: 'What an account may do was changed.',
    ACCOUNT_DISABLED: 'An account lost its access.',
    ACCOUNT_ENABLED: 'A disabled account got its access back.',
    AGENCY_ADDED: 'An agency was added.',
    PROPOSED: 'Something was proposed to a second person.',
    PROPOSAL_APPROVED: 'A second person agreed; what was proposed was done with it.',
    PROPOSAL_REFUSED: 'A second person did not agree.',
    PROPOSAL_TAKEN_BACK: 'Who proposed it took it back.',
    DECLARATION_RECEIVED: 'A declaration was received for review.',
    DECLARATION_REVIEWED: 'A declaration was approved or rejected.',
    CHECKED_IN: 'A daily check-in was recorded.',
    TEST_RESULT_RECORDED: 'A test result was recorded, or said once more.',
    TEST_RESULT_CORRECTED: 'A test result was replaced by a right one.',
    EVIDENCE_SUBMITTED: 'A source submitted results by document.',
    EVIDENCE_DELIVERED:
      'A submitted result reached a registration here; the detail says what came of it.',
    VACCINATION_RECORDED: 'A vaccination was recorded, or said once more.',
    ISOLATION_ORDERED: 'Isolation was ordered.',
    ISOLATION_EXTENDED: 'Isolation was made longer.',
    ISOLATION_RELEASED: 'Isolation was ended before its time.',
    CONTACT_NOTICED: 'Somebody was told that they were near a case.',
    CONTACT_WITHDRAWN: 'A contact notice was taken back.',
    CASES_LISTED: "A page of the list of cases, or of an outbreak's contacts, was looked at.",
    STAY_DECLARED: 'A stay was declared.',
    STAY_ENDED: 'It was said when a stay ended.',
    TRIP_DECLARED: 'A trip was declared.',
    VENUE_ADDED: 'A venue was added.',
    VENUE_VISITED: 'Somebody checked in at a venue; the entry does not say at which.',
    VENUE_LEFT: 'Somebody said that they left a venue.',
    OUTBREAK_DECLARED: 'An outbreak at a venue was declared; the detail says how many were told.',
    OUTBREAK_WITHDRAWN: 'An outbreak was withdrawn, and its notices with it.',
    BULLETIN_IMPORTED: 'A bulletin was imported and counts, or was imported once more.',
    BULLETIN_HELD: 'A bulletin was imported and held for two people.',
    BULLETIN_ACCEPTED: 'A held bulletin was approved and counts.',
    EXPOSURES_COMPUTED: "The region's stays were held against what a bulletin changed.",
    CODE_ISSUED: 'The text of a code was given out.',
    CODE_WITHDRAWN: 'Every text of a code was voided.',
    SPECIMEN_ISSUED: 'A specimen was made, or codes of the sandbox.',
    REGION_REHEARSED: 'A rehearsal was asked for, or its report was kept.',
    COLOR_DECIDED: 'A code changed its state or color.',
    COLORS_DECIDED: 'Many codes changed at once: one entry with the Merkle root over all of them.',
    POLICY_PUBLISHED: 'A version of the rules was published.',
    POLICY_WITHDRAWN: 'A version of the rules was withdrawn.',
    AGREEMENT_OFFERED: 'The receiver signed an agreement and offers it.',
    AGREEMENT_ACCEPTED: 'The issuer signed an agreement that was offered.',
    AGREEMENT_REFUSED: 'The issuer refused an offer.',
    AGREEMENT_WITHDRAWN: 'A side withdrew an agreement.',
    EVENT_RETRIED: 'An event that was set aside was sent again.',
    EVENT_DROPPED: 'An event that was set aside was given up.',
    SIGNED_IN: 'A session began.',
    SIGNED_OUT: 'A session was ended by its account.',
    REFUSED: 'A request was refused; repeats within a minute share an entry that counts them.',
    ROWS_EXPIRED:
      'Rows past their retention were deleted; the detail says how many of which table.',
    BODIES_ERASED:
      'What entries said was erased; their hashes stay, so that the chain still holds.',
    HISTORY_ROLLED_BACK: 'An earlier state of the log was put back. It stands under 000000.',
  }),
});

/** Whether what an entry says is kept. */
export const AuditBodyState = enumOf(BODY_STATES);
registerEnumType(AuditBodyState, {
  name: 'AuditBodyState',
  description: 'Whether what an entry says is kept.',
  valuesConfig: meanings<keyof typeof AuditBodyState>({
    KEPT: 'It is there.',
    EXPIRED: 'It is kept no longer: its year is over. The entry stays in the chain.',
    GONE: 'It is gone sooner: by a logged erasure, or else verifying names the entry.',
  }),
});

/** What can be wrong with a log. */
export const AuditFaultType = enumOf(AUDIT_FAULTS);
registerEnumType(AuditFaultType, {
  name: 'AuditFaultKind',
  description: 'What can be wrong with the audit log.',
  valuesConfig: meanings<keyof typeof AuditFaultType>({
    ENTRY_MISSING: 'A number is missing between two entries.',
    ENTRY_HASH: "An entry's hash does not follow from it and the one before.",
    ENTRY_TIME: 'An entry is earlier than the one before.',
    BODY_CHANGED: 'What an entry says is not what it committed to.',
    BODY_MISSING:
      'What an entry says is gone before its year is over, and no logged erasure accounts for it.',
    BODY_UNKNOWN: 'A text without an entry.',
    NOT_AS_SIGNED: 'The chain is not the one that a checkpoint signed.',
    TAIL_CUT: 'Entries that a checkpoint signed are no longer there.',
    HEAD: "The chain's head is not that of its last entry.",
    CHECKPOINT_MISSING: 'Numbers of checkpoints do not rise.',
    CHECKPOINT_SIGNATURE: 'No known key signed a checkpoint.',
    CHECKPOINT_PREVIOUS: 'A checkpoint does not name the one before.',
    CHECKPOINT_TIME: 'A checkpoint is earlier than the one before.',
    CHECKPOINT_ROOT: "A checkpoint's root is not that of the heads of all regions.",
    ROLLED_BACK: 'Checkpoints that were signed are not known here: an earlier state was put back.',
  }),
});
