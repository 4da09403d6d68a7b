import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Cost, Scopes } from '../../kit/graphql/directives.ts';
import type { HealthRecordsContext } from '../context.ts';
import type { EvidenceReceipt } from '../domain/submission/submission.ts';
import {
  EvidenceReceiptType,
  SubmitSignedTestResultsInput,
  SubmitTestResultsInput,
  type RowReceiptType,
} from './submission.type.ts';

/** A receipt with an answer to every row. */
export function toReceipt({ id, submittedAt, total, refused }: EvidenceReceipt) {
  const byLine = new Map(refused.map((row) => [row.line, row]));
  const rows = Array.from({ length: total }, (_, at): RowReceiptType => {
    const row = byLine.get(at + 1);
    const status = row ? 'REFUSED' : 'ACCEPTED';
    return { line: at + 1, status, field: row?.field ?? null, fault: row?.code ?? null };
  });
  return { id, submittedAt, accepted: total - refused.length, rows } satisfies EvidenceReceiptType;
}

/** What sources submit by document. */
@Resolver(() => EvidenceReceiptType)
export class SubmissionResolver {
  @Mutation(() => EvidenceReceiptType, {
    description:
      'Takes results in by document: for each registration of the person, also in other regions.',
  })
  @Scopes(['test:record'])
  @Cost(50)
  async submitTestResults(
    @Arg('input', () => SubmitTestResultsInput, { description: 'The results.' })
    { region, results, issuedAt }: SubmitTestResultsInput,
    @Ctx() { submissions, identity }: HealthRecordsContext,
  ): Promise<EvidenceReceiptType> {
    const rows = results.map((row) => ({ ...row }));
    const said = { region: region ?? null, results: rows, issuedAt: issuedAt ?? null };
    return toReceipt(await submissions.submit(said, identity));
  }

  @Mutation(() => EvidenceReceiptType, {
    description:
      'Takes in a batch that a laboratory signed with a key of use evidence; verified before anything is stored.',
  })
  @Scopes(['test:record'])
  @Cost(50)
  async submitSignedTestResults(
    @Arg('input', () => SubmitSignedTestResultsInput, {
      description: 'The results and their signature.',
    })
    input: SubmitSignedTestResultsInput,
    @Ctx() { signedBatches, identity }: HealthRecordsContext,
  ): Promise<EvidenceReceiptType> {
    return toReceipt(await signedBatches.submitSigned(input, identity));
  }
}
