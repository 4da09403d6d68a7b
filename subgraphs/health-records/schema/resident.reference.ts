import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST } from '../../kit/graphql/arguments.ts';
import { ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { HealthRecordsContext } from '../context.ts';
import type { CheckIn, Declaration, IsolationOrder, TestResult } from '../domain/records.ts';
import { requireOpenRecord } from './opened-record.resolver.ts';
import {
  CheckInConnectionType,
  DeclarationConnectionType,
  IsolationOrderConnectionType,
  ResidentReference,
  TestResultConnectionType,
  TestResultType,
} from './record.type.ts';

/** What health-records adds to a resident. GB/T 38963: query health. */
@Resolver(() => ResidentReference)
export class ResidentRecordsResolver {
  @FieldResolver(() => TestResultType, { nullable: true, description: 'Newest test result.' })
  @Scopes(['health:read'], ['self'])
  latestTest(
    @Root() { id }: ResidentReference,
    @Ctx() { latestTest }: HealthRecordsContext,
  ): Promise<TestResult | null> {
    return latestTest.load(id);
  }

  @FieldResolver(() => TestResultConnectionType, { description: 'Newest first.' })
  @Scopes(['health:read'], ['self'])
  @ListSizeByFirst()
  async tests(
    @Root() { id }: ResidentReference,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() context: HealthRecordsContext,
  ): Promise<Connection<TestResult>> {
    const page = pageOf(first, after);
    await requireOpenRecord(id, context);
    const rows = await context.records.testsOf(id, page);
    return connectionOf(rows, page, (row) => [row.sampleCollectedAt.toISOString(), row.id]);
  }

  @FieldResolver(() => DeclarationConnectionType, { description: 'Newest first.' })
  @Scopes(['health:read'], ['self'])
  @ListSizeByFirst()
  async declarations(
    @Root() { id }: ResidentReference,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() context: HealthRecordsContext,
  ): Promise<Connection<Declaration>> {
    const page = pageOf(first, after);
    await requireOpenRecord(id, context);
    const rows = await context.records.declarationsOf(id, page);
    return connectionOf(rows, page, (row) => [row.declaredAt.toISOString(), row.id]);
  }

  @FieldResolver(() => CheckInConnectionType, { description: 'Newest first.' })
  @Scopes(['health:read'], ['self'])
  @ListSizeByFirst()
  async checkIns(
    @Root() { id }: ResidentReference,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() context: HealthRecordsContext,
  ): Promise<Connection<CheckIn>> {
    const page = pageOf(first, after);
    await requireOpenRecord(id, context);
    const rows = await context.records.checkInsOf(id, page);
    return connectionOf(rows, page, (row) => [row.at.toISOString(), row.id]);
  }

  @FieldResolver(() => IsolationOrderConnectionType, { description: 'Newest first.' })
  @Scopes(['health:read'], ['self'])
  @ListSizeByFirst()
  async isolationOrders(
    @Root() { id }: ResidentReference,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() context: HealthRecordsContext,
  ): Promise<Connection<IsolationOrder>> {
    const page = pageOf(first, after);
    await requireOpenRecord(id, context);
    const rows = await context.records.ordersOf(id, page);
    return connectionOf(rows, page, (row) => [row.from.toISOString(), row.id]);
  }
}
