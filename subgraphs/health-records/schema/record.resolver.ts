import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST, ONLY_REGION } from '../../kit/graphql/arguments.ts';
import { Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { HealthRecordsContext } from '../context.ts';
import type { CheckIn, Declaration, IsolationOrder, TestResult } from '../domain/records.ts';
import { declarationByKey } from './declaration.reference.ts';
import { DeclarationState } from './record.enum.ts';
import {
  CheckInInput,
  DeclareHealthInput,
  OrderIsolationInput,
  RecordTestResultInput,
  ReviewDeclarationInput,
} from './record.input.ts';
import {
  CheckInType,
  DeclarationConnectionType,
  DeclarationType,
  IsolationOrderType,
  ResidentReference,
  TestResultType,
} from './record.type.ts';

/** Declarations and what is recorded about people's health. */
@Resolver(() => DeclarationType)
export class RecordResolver {
  @Query(() => DeclarationConnectionType, {
    description: 'Declarations in a state, the one due first leads.',
  })
  @Scopes(['declaration:review'])
  @ListSizeByFirst()
  async declarations(
    @Arg('state', () => DeclarationState, {
      defaultValue: 'PENDING',
      description: 'Where they stand.',
    })
    state: DeclarationState,
    @Arg('region', () => ID, { nullable: true, description: ONLY_REGION }) region: string | null,
    @Arg('attention', () => Boolean, {
      nullable: true,
      description: 'True: only those with a symptom, a fever or a contact; false: only others.',
    })
    attention: boolean | null,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { records }: HealthRecordsContext,
  ): Promise<Connection<Declaration>> {
    const page = pageOf(first, after);
    const queue = { state, region: region ?? null, attention: attention ?? null };
    const rows = await records.declarations(queue, page);
    return connectionOf(rows, page, (row) => [row.dueAt.toISOString(), row.id]);
  }

  @Query(() => DeclarationType, {
    nullable: true,
    description: 'One declaration: of oneself, to be reviewed, or that the caller wrote down.',
  })
  @Scopes(['health:read'], ['declaration:review'], ['declaration:write'], ['self'])
  declaration(
    @Arg('id', () => ID, { description: 'Id of the declaration.' }) id: string,
    @Ctx() context: HealthRecordsContext,
  ): Promise<Declaration | null> {
    return declarationByKey({ id }, context);
  }

  @Mutation(() => DeclarationType, { description: 'GB/T 38963: declare health.' })
  @Scopes(['self'], ['declaration:write'])
  @Cost(10)
  declareHealth(
    @Arg('input', () => DeclareHealthInput, { description: 'What the person declares.' })
    input: DeclareHealthInput,
    @Ctx() { selfReports, identity }: HealthRecordsContext,
  ): Promise<Declaration> {
    return selfReports.declare({ ...input, temperature: input.temperature ?? null }, identity);
  }

  @Mutation(() => DeclarationType, {
    description: 'Approves or rejects a declaration; an approved one becomes evidence.',
  })
  @Scopes(['declaration:review'])
  @Cost(10)
  reviewDeclaration(
    @Arg('input', () => ReviewDeclarationInput, {
      description: 'Which declaration, and the decision.',
    })
    input: ReviewDeclarationInput,
    @Ctx() { selfReports, identity }: HealthRecordsContext,
  ): Promise<Declaration> {
    return selfReports.review({ ...input, reason: input.reason ?? null }, identity);
  }

  @Mutation(() => CheckInType, { description: 'Records the check-in of today.' })
  @Scopes(['self'], ['declaration:write'])
  @Cost(10)
  checkIn(
    @Arg('input', () => CheckInInput, { description: 'What the person says today.' })
    input: CheckInInput,
    @Ctx() { selfReports, identity }: HealthRecordsContext,
  ): Promise<CheckIn> {
    return selfReports.checkIn({ ...input, temperature: input.temperature ?? null }, identity);
  }

  @Mutation(() => TestResultType, { description: 'Records the result of a sample.' })
  @Scopes(['test:record'])
  @Cost(10)
  recordTestResult(
    @Arg('input', () => RecordTestResultInput, { description: 'The result.' })
    input: RecordTestResultInput,
    @Ctx() { testResults, identity }: HealthRecordsContext,
  ): Promise<TestResult> {
    return testResults.record(input, identity);
  }

  @Mutation(() => IsolationOrderType, { description: 'Orders isolation.' })
  @Scopes(['case:manage'])
  @Cost(10)
  orderIsolation(
    @Arg('input', () => OrderIsolationInput, {
      description: 'Who isolates where, until when, on which evidence.',
    })
    input: OrderIsolationInput,
    @Ctx() { isolation, identity }: HealthRecordsContext,
  ): Promise<IsolationOrder> {
    return isolation.order(input, identity);
  }

  @Mutation(() => IsolationOrderType, { description: 'Ends isolation before its time.' })
  @Scopes(['case:manage'])
  @Cost(10)
  releaseIsolation(
    @Arg('orderId', () => ID, { description: 'An order in force, in one of your regions.' })
    orderId: string,
    @Ctx() { isolation, identity }: HealthRecordsContext,
  ): Promise<IsolationOrder> {
    return isolation.release(orderId, identity);
  }

  @FieldResolver(() => ResidentReference, { description: 'Whose health it is about.' })
  resident(@Root() { residentId }: Declaration): ResidentReference {
    return { id: residentId };
  }
}
