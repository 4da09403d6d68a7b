import { createHash } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import type { AuditTrail } from '../kit/audit/trail.ts';
import type { Identity } from '../kit/identity.ts';
import { proposalUseCases } from '../kit/proposal/decide.ts';
import { proposalStore } from '../kit/proposal/proposal.store.ts';
import type { Transaction } from '../kit/scope/unit-of-work.ts';
import { NATION } from '../kit/standards/gbt2260.ts';
import { DIVISIONS } from '../kit/standards/gbt2260-data.ts';
import { acceptance } from './domain/bulletin/accept-bulletin.ts';
import type { HoldRules } from './domain/bulletin/hold.ts';
import { bulletinUseCases } from './domain/bulletin/import-bulletin.ts';
import { nameResolver } from './domain/bulletin/resolve-name.ts';
import { bulletinStore } from './persistence/bulletin.store.ts';
import { ProposalRow } from './persistence/proposal.entity.ts';
import { runSender } from './worker.ts';

/** What bulletins need of the process. */
export interface BulletinParts {
  readonly queue: PgBoss;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  readonly rules: HoldRules;
}

/** Composes bulletins and the proposals of held ones for requests. */
export function composeBulletins({ queue, now, newId, rules }: BulletinParts) {
  const resolve = nameResolver(DIVISIONS);
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const sendRun = runSender(queue);

  return (transaction: Transaction, audit: AuditTrail, { regions }: Identity) => {
    const store = bulletinStore(transaction, {
      ...{ newId, now, sendRun },
      regions: regions.filter((region) => region !== NATION),
    });
    const accepting = acceptance({ store, audit, now, resolve });
    const proposals = proposalUseCases({
      ...{ store: proposalStore(transaction, ProposalRow), kinds: [accepting.kind] },
      ...{ audit, now, newId },
    });
    const importing = bulletinUseCases({
      ...{ store, accepting, proposals, audit, now, newId },
      ...{ resolve, digest, rules },
    });
    return { bulletins: store, proposals, importing };
  };
}
