import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST, OWN_REGION } from '../../kit/graphql/arguments.ts';
import type { AuditEntry } from '../../kit/audit/persistence/audit.reads.ts';
import type { PartFindings } from '../../kit/audit/verify-part.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { AssumedSize, Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { requireRegion, withNation } from '../../kit/identity.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { CodesContext } from '../context.ts';
import { receiptOfDecision } from '../domain/code/decision-receipt.ts';
import type { ColorDecision } from '../domain/code/health-code.ts';
import {
  AuditEntryConnectionType,
  AuditFilterInput,
  AuditVerificationType,
  ResidentAccessType,
} from './audit.type.ts';
import { ColorDecisionType, ResidentReference } from './health-code.type.ts';

/** Most entries that one call verifies. */
const PART_MAX = 20_000;

/** The audit log, for those who look after it. */
@Resolver()
export class AuditResolver {
  @Query(() => AuditEntryConnectionType, {
    description:
      "A region's audit log, or the country's own (000000), newest first. What entries say is kept for a year: a filter for an account or a resident finds no older ones. It is not counted: `totalCount` is null.",
  })
  @Scopes(['audit:read'])
  @ListSizeByFirst()
  async auditEntries(
    @Arg('region', () => ID, { description: OWN_REGION }) region: string,
    @Arg('filter', () => AuditFilterInput, { nullable: true, description: 'Null: every entry.' })
    filter: AuditFilterInput | null,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { auditLog, identity }: CodesContext,
  ): Promise<Connection<AuditEntry>> {
    requireRegion(withNation(identity), region);
    const page = pageOf(first, after);
    const {
      subject = null,
      residentId = null,
      action = null,
      from = null,
      to = null,
    } = filter ?? {};
    const rows = await auditLog.entries(region, { subject, residentId, action, from, to }, page);
    return connectionOf(rows, page, ({ sequence }) => [String(sequence)]);
  }

  @Query(() => AuditVerificationType, {
    description: "Verifies a part of a region's audit log; go on until it is done.",
  })
  @Scopes(['audit:read'])
  @Cost(50)
  auditVerification(
    @Arg('region', () => ID, { description: OWN_REGION }) region: string,
    @Arg('from', () => Int, {
      defaultValue: 1,
      description: 'Entry to begin with, from 1; the part begins after the checkpoint before it.',
    })
    from: number,
    @Arg('limit', () => Int, {
      defaultValue: 5_000,
      description: 'About how many entries, 1 to 20,000.',
    })
    limit: number,
    @Ctx() { auditLog, identity }: CodesContext,
  ): Promise<PartFindings> {
    requireRegion(withNation(identity), region);
    if (from < 1 || limit < 1 || limit > PART_MAX) {
      throw new DomainError('BAD_USER_INPUT', `"limit" is from 1 to ${PART_MAX}.`, {
        fields: [from < 1 ? 'from' : 'limit'],
      });
    }
    return auditLog.verify(region, from, limit);
  }
}

/** The proof that a decision stands in the log. */
@Resolver(() => ColorDecisionType)
export class DecisionReceiptResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Proof that the decision stands in the audit log, JSON; null until the next checkpoint, a minute at most, and once the entry is a year old: what it says is kept no longer. `tongma audit receipt-check` checks it. At most 10 in one request.',
  })
  @Cost(10)
  receipt(
    @Root() decision: ColorDecision,
    @Ctx() { auditLog, chunkLeaves }: CodesContext,
  ): Promise<string | null> {
    return receiptOfDecision(decision, chunkLeaves, auditLog);
  }
}

/** Who looked at a resident. */
@Resolver(() => ResidentReference)
export class ResidentAccessResolver {
  @FieldResolver(() => [ResidentAccessType], {
    description:
      'Who looked at full particulars or found the person, newest first. Looks are kept for a year, and no longer.',
  })
  @Scopes(['self'], ['audit:read'])
  @AssumedSize(50)
  @Cost(5)
  accesses(
    @Root() { id }: ResidentReference,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Ctx() { auditLog }: CodesContext,
  ): Promise<AuditEntry[]> {
    return auditLog.accessesOf(id, pageOf(first, null).first);
  }
}
