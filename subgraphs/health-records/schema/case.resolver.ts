import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST } from '../../kit/graphql/arguments.ts';
import { allowedActions } from '../../kit/allowed-action.ts';
import { AllowedActionType } from '../../kit/graphql/allowed-action.type.ts';
import { AssumedSize, Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { HealthRecordsContext } from '../context.ts';
import { againstWithdrawing } from '../domain/record-actions.ts';
import type { ContactNotice, IsolationOrder, TestResult, Vaccination } from '../domain/records.ts';
import {
  ContactNoticeConnectionType,
  ContactNoticeType,
  CorrectTestResultInput,
  ExtendIsolationInput,
  NoticeContactInput,
  RecordVaccinationInput,
  VaccinationConnectionType,
  VaccinationType,
  WithdrawContactNoticeInput,
} from './case.type.ts';
import { requireOpenRecord } from './opened-record.resolver.ts';
import { IsolationOrderType, ResidentReference, TestResultType } from './record.type.ts';

/** What becomes of evidence after it was recorded, and contacts of cases. */
@Resolver(() => ContactNoticeType)
export class CaseResolver {
  @Mutation(() => TestResultType, {
    description:
      'GB/T 38963: correct record. Says what is right; the old result stays, and counts no more.',
  })
  @Scopes(['test:record'])
  @Cost(10)
  correctTestResult(
    @Arg('input', () => CorrectTestResultInput, {
      description: 'Which result, what is right of it, and why.',
    })
    input: CorrectTestResultInput,
    @Ctx() { testResults, identity }: HealthRecordsContext,
  ): Promise<TestResult> {
    return testResults.correct(input, identity);
  }

  @Mutation(() => IsolationOrderType, {
    description: 'Lets isolation last longer; only a release makes it shorter.',
  })
  @Scopes(['case:manage'])
  @Cost(10)
  extendIsolation(
    @Arg('input', () => ExtendIsolationInput, { description: 'Which order, until when, and why.' })
    input: ExtendIsolationInput,
    @Ctx() { isolation, identity }: HealthRecordsContext,
  ): Promise<IsolationOrder> {
    return isolation.extend(input, identity);
  }

  @Mutation(() => ContactNoticeType, {
    description: "Says that a person was near a case; cites the case's result and when.",
  })
  @Scopes(['case:manage'])
  @Cost(10)
  noticeContact(
    @Arg('input', () => NoticeContactInput, { description: 'Who was near which case, and when.' })
    input: NoticeContactInput,
    @Ctx() { contacts, identity }: HealthRecordsContext,
  ): Promise<ContactNotice> {
    return contacts.notice(input, identity);
  }

  @Mutation(() => ContactNoticeType, { description: 'Takes a contact notice back.' })
  @Scopes(['case:manage'])
  @Cost(10)
  withdrawContactNotice(
    @Arg('input', () => WithdrawContactNoticeInput, { description: 'Which notice, and why.' })
    { noticeId, reason }: WithdrawContactNoticeInput,
    @Ctx() { contacts, identity }: HealthRecordsContext,
  ): Promise<ContactNotice> {
    return contacts.withdraw(noticeId, reason, identity);
  }

  @Mutation(() => VaccinationType, { description: 'Records a dose.' })
  @Scopes(['test:record'])
  @Cost(10)
  recordVaccination(
    @Arg('input', () => RecordVaccinationInput, { description: 'The dose.' })
    input: RecordVaccinationInput,
    @Ctx() { vaccinations, identity }: HealthRecordsContext,
  ): Promise<Vaccination> {
    return vaccinations.record(input, identity);
  }

  @FieldResolver(() => [AllowedActionType], { description: 'What whoever asks may do with it.' })
  @AssumedSize(1)
  allowedActions(
    @Root() notice: ContactNotice,
    @Ctx() { identity }: HealthRecordsContext,
  ): AllowedActionType[] {
    return allowedActions({ withdrawContactNotice: () => againstWithdrawing(notice, identity) });
  }
}

/** Contacts and vaccinations of a resident. */
@Resolver(() => ResidentReference)
export class ResidentCaseResolver {
  @FieldResolver(() => ContactNoticeConnectionType, { description: 'Newest first.' })
  @Scopes(['health:read'], ['self'])
  @ListSizeByFirst()
  async contactNotices(
    @Root() { id }: ResidentReference,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() context: HealthRecordsContext,
  ): Promise<Connection<ContactNotice>> {
    const page = pageOf(first, after);
    await requireOpenRecord(id, context);
    const rows = await context.records.noticesOf(id, page);
    return connectionOf(rows, page, (row) => [row.noticedAt.toISOString(), row.id]);
  }

  @FieldResolver(() => VaccinationConnectionType, { description: 'Newest first.' })
  @Scopes(['health:read'], ['self'])
  @ListSizeByFirst()
  async vaccinations(
    @Root() { id }: ResidentReference,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() context: HealthRecordsContext,
  ): Promise<Connection<Vaccination>> {
    const page = pageOf(first, after);
    await requireOpenRecord(id, context);
    const rows = await context.records.vaccinationsOf(id, page);
    return connectionOf(rows, page, (row) => [row.vaccinatedOn, row.id]);
  }
}
