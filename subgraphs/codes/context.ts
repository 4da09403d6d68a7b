import DataLoader from 'dataloader';
import type { AttemptContext } from '../kit/attempt/replay.ts';
import type { AuditReads } from '../kit/audit/persistence/audit.reads.ts';
import type { ProposalContext } from '../kit/proposal/proposal.resolver.ts';
import type { Page, Rows } from '../kit/page.ts';
import type { agreementUseCases } from './domain/agreement/agreements.ts';
import type { CodeReads } from './domain/code/code-store.ts';
import type { ChunkLeaves } from './domain/code/decision-receipt.ts';
import type { HealthCode } from './domain/code/health-code.ts';
import type { issueUseCases } from './domain/code/issue-code.ts';
import type { specimenUseCases } from './domain/code/specimen.ts';
import type { specimenRecognizer } from './domain/sandbox/recognize-specimen.ts';
import type { sandboxCodeUseCases } from './domain/sandbox/sandbox-codes.ts';
import type { standingOf } from './domain/code/standing.ts';
import type { fetchConversionUseCases } from './domain/exchange/fetch-conversion.ts';
import type { offlineListUseCases } from './domain/lists/offline-lists.ts';
import type { Reevaluation } from './domain/reevaluation/reevaluation.ts';
import type { policyUseCases } from './domain/policy/policies.ts';
import type { Recognizer } from './domain/recognition/recognizer.ts';
import type { CurrentReference } from './domain/recognition/reference.ts';
import type { regionUseCases } from './domain/region/region-standing.ts';
import type { rehearsalUseCases } from './domain/rehearsal/rehearse.ts';
import type { setAsideUseCases } from './domain/set-aside/set-aside-use-cases.ts';
import type { statisticsUseCases } from './domain/statistics/statistics.ts';
import type { verificationTotals } from './domain/statistics/verification-totals.ts';

/** What resolvers of this subgraph reach: use cases, reads and loaders of one request. */
export interface CodesContext extends ProposalContext, AttemptContext {
  readonly codes: CodeReads;
  readonly issuing: ReturnType<typeof issueUseCases>;
  readonly specimens: ReturnType<typeof specimenUseCases>;
  readonly sandbox: ReturnType<typeof sandboxCodeUseCases> & ReturnType<typeof specimenRecognizer>;
  readonly standings: ReturnType<typeof regionUseCases>;
  readonly rehearsals: ReturnType<typeof rehearsalUseCases>;
  readonly standing: ReturnType<typeof standingOf>;
  readonly recognizer: Recognizer;
  readonly offlineLists: ReturnType<typeof offlineListUseCases>;
  readonly policies: ReturnType<typeof policyUseCases>;
  readonly agreements: ReturnType<typeof agreementUseCases>;
  readonly conversion: ReturnType<typeof fetchConversionUseCases>;
  readonly auditLog: AuditReads;
  readonly chunkLeaves: ChunkLeaves;
  readonly setAside: ReturnType<typeof setAsideUseCases>;
  readonly statistics: ReturnType<typeof statisticsUseCases>;
  readonly verifications: ReturnType<typeof verificationTotals>;
  readonly reevaluations: (region: string, page: Page) => Promise<Rows<Reevaluation>>;
  readonly reference: CurrentReference;
  readonly codeById: DataLoader<string, HealthCode | null>;
  readonly codeByResident: DataLoader<string, HealthCode | null>;
}

/** Loaders of one request: codes by their id and by their resident, each in one query. */
export function codeLoaders(codes: CodeReads): Pick<CodesContext, 'codeById' | 'codeByResident'> {
  return {
    codeById: new DataLoader((ids) => codes.findMany(ids)),
    codeByResident: new DataLoader((ids) => codes.ofResidents(ids)),
  };
}
