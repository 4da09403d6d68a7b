import type { Storage } from '../../kit/orm.ts';
import { AgreementDraftRow, AgreementRow, AgreementWithdrawalRow } from './agreement.entity.ts';
import { AttemptRow } from './attempt.entity.ts';
import { CodeTokenRow } from './code-token.entity.ts';
import { ColorDecisionRow } from './color-decision.entity.ts';
import { DecisionChunkRow } from './decision-chunk.entity.ts';
import { EvidenceRow } from './evidence.entity.ts';
import { HealthCodeRow } from './health-code.entity.ts';
import { KeyWithdrawalRow } from './key-withdrawal.entity.ts';
import { migrations } from './migrations/index.ts';
import { SCHEMA } from './names.ts';
import { PolicyDraftRow } from './policy-draft.entity.ts';
import { ProposalRow } from './proposal.entity.ts';
import { ReevaluationRow } from './reevaluation.entity.ts';
import { RehearsalRow } from './rehearsal.entity.ts';
import { SetAsideRow } from './set-aside.entity.ts';
import { SignedListRow } from './signed-list.entity.ts';
import { PolicyRow, RegionRow, TrustListRow } from './reference.entity.ts';
import { VerificationCountRow } from './verification-count.entity.ts';

/** Everything codes keeps in the database. */
export const storage: Storage = {
  schema: SCHEMA,
  entities: [
    HealthCodeRow,
    ColorDecisionRow,
    DecisionChunkRow,
    ReevaluationRow,
    RehearsalRow,
    SetAsideRow,
    EvidenceRow,
    CodeTokenRow,
    RegionRow,
    PolicyRow,
    PolicyDraftRow,
    AgreementRow,
    AgreementWithdrawalRow,
    AgreementDraftRow,
    TrustListRow,
    SignedListRow,
    KeyWithdrawalRow,
    VerificationCountRow,
    ProposalRow,
    AttemptRow,
  ],
  migrations,
};
