import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { AFTER, FIRST } from '../../kit/graphql/arguments.ts';
import { Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import { shownProposal } from '../../kit/proposal/proposal.resolver.ts';
import { ProposalType } from '../../kit/proposal/proposal.type.ts';
import type { ResidentsContext } from '../context.ts';
import { EXPORT_SCOPE } from '../domain/bulk-export.ts';
import {
  ExportedResidentConnectionType,
  type ExportedResidentType,
  ProposeBulkExportInput,
  RevealedIdentityType,
  RevealResidentInput,
} from './reveal.type.ts';

/** Seeing what is masked: one by one for a reason, or all of a region by two people. */
@Resolver()
export class RevealResolver {
  @Mutation(() => RevealedIdentityType, {
    description: 'Shows hidden fields of one registration; it is logged, and the resident sees it.',
  })
  @Scopes(['resident:reveal'])
  @Cost(10)
  revealResident(
    @Arg('input', () => RevealResidentInput, { description: 'Whose fields, which ones, and why.' })
    input: RevealResidentInput,
    @Ctx() { revealing, identity }: ResidentsContext,
  ): Promise<RevealedIdentityType> {
    const { residentId, fields, reason } = input;
    return revealing.reveal(residentId, fields, reason, identity);
  }

  @Mutation(() => ProposalType, {
    description: 'Proposes a bulk export; somebody of another agency decides.',
  })
  @Scopes(['data:export'])
  @Cost(10)
  async proposeBulkExport(
    @Arg('input', () => ProposeBulkExportInput, { description: 'Of which region, and why.' })
    { region, reason }: ProposeBulkExportInput,
    @Ctx() context: ResidentsContext,
  ): Promise<ProposalType> {
    const { proposals, identity } = context;
    const made = await proposals.propose('BULK_EXPORT', region, EXPORT_SCOPE, reason, identity);
    return shownProposal(made, context, 'Residents');
  }

  @Query(() => ExportedResidentConnectionType, {
    description: 'A page of an approved export, for who proposed it; each page is logged.',
  })
  @Scopes(['data:export'])
  @ListSizeByFirst()
  async exportedResidents(
    @Arg('proposal', () => ID, {
      description: 'Id of the approved proposal, within 24 hours of the approval.',
    })
    proposal: string,
    @Arg('first', () => Int, { defaultValue: 100, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { exporting, identity }: ResidentsContext,
  ): Promise<Connection<ExportedResidentType>> {
    const page = pageOf(first, after);
    const rows = await exporting.page(proposal, page, identity);
    return connectionOf(rows, page, ({ resident }) => [resident.id]);
  }
}
