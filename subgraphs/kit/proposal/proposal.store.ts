import { LockMode } from '@mikro-orm/core';
import { afterInstant, rowsOf } from '../keyset.ts';
import type { Transaction } from '../scope/unit-of-work.ts';
import type { ProposalFilter, ProposalStore } from './decide.ts';
import type { ProposalEntity, ProposalRow } from './proposal-row.ts';
import type { Proposal } from './proposal.ts';

function toProposal(row: ProposalRow): Proposal {
  const { decidedBy, decidedAt, decideReason, ...rest } = row;
  return {
    ...rest,
    decidedBy: decidedBy ?? null,
    decidedAt: decidedAt ?? null,
    decideReason: decideReason ?? null,
  };
}

function toRow(proposal: Proposal) {
  const { state } = proposal;
  if (state === 'EXPIRED') throw new Error('That a proposal expired is never written.');
  return { ...proposal, state };
}

function whereState({ state, region }: ProposalFilter, now: Date) {
  const inRegion = region === null ? {} : { region };
  if (state === null) return inRegion;
  if (state === 'WAITING') return { ...inRegion, state, expiresAt: { $gt: now } };
  if (state === 'EXPIRED') {
    return { ...inRegion, state: 'WAITING' as const, expiresAt: { $lte: now } };
  }
  return { ...inRegion, state };
}

/** Proposals in PostgreSQL, within one request's transaction. */
export function proposalStore(tx: Transaction, entity: ProposalEntity): ProposalStore {
  return {
    async add(proposal) {
      await (await tx()).insert(entity, toRow(proposal));
    },
    async find(id) {
      const row = await (await tx()).findOne(entity, { id });
      return row && toProposal(row);
    },
    async lock(id) {
      const options = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
      const row = await (await tx()).findOne(entity, { id }, options);
      return row && toProposal(row);
    },
    async save(proposal) {
      const { region, id, ...row } = toRow(proposal);
      await (await tx()).nativeUpdate(entity, { region, id }, row);
    },
    async list(filter, now, page) {
      const em = await tx();
      const where = whereState(filter, now);
      const rows = await em.find(
        entity,
        { ...where, ...afterInstant('proposedAt', page, 'desc') },
        { orderBy: { proposedAt: 'desc', id: 'desc' }, limit: page.first + 1 },
      );
      return rowsOf(rows.map(toProposal), () => em.count(entity, where));
    },
  };
}
