import { defineProposalRow, proposalsKept } from '../../kit/proposal/proposal-row.ts';
import { ROLE, SCHEMA } from './names.ts';

/** Proposals that wait for a second person. */
export const ProposalRow = defineProposalRow(SCHEMA, ROLE);

/** Proposals are kept so long. */
export const PROPOSALS_KEPT = proposalsKept(SCHEMA);
