import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST, ONLY_REGION } from '../../kit/graphql/arguments.ts';
import { allowedActions } from '../../kit/allowed-action.ts';
import { AllowedActionType } from '../../kit/graphql/allowed-action.type.ts';
import { AssumedSize, Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { ResidentsContext } from '../context.ts';
import { againstReviewing } from '../domain/registration.ts';
import type { Resident } from '../domain/resident.ts';
import { againstRevealing } from '../domain/reveal.ts';
import { DivisionType } from './division.type.ts';
import {
  FindResidentsInput,
  RegisterResidentInput,
  ReviewRegistrationInput,
} from './register-resident.input.ts';
import { DocumentType, RegistrationState } from './registration.enum.ts';
import { ConsentType, ResidentConnectionType, ResidentType } from './resident.type.ts';

/** Registrations and their review. */
@Resolver(() => ResidentType)
export class ResidentResolver {
  @Query(() => ResidentType, { nullable: true, description: 'One registration by its id.' })
  @Scopes(['resident:read'], ['self'])
  resident(
    @Arg('id', () => ID, { description: 'Id of the registration.' }) id: string,
    @Ctx() { residentById }: ResidentsContext,
  ): Promise<ResidentType | null> {
    return residentById.load(id);
  }

  @Query(() => [ResidentType], { description: "The caller's registrations, wards included." })
  @Scopes(['self'])
  @AssumedSize(8)
  myResidents(@Ctx() { residents, identity }: ResidentsContext): Promise<ResidentType[]> {
    return residents.own(identity.subject, new Date());
  }

  @Query(() => [ResidentType], {
    description: 'Registrations of one person: name and full document, exactly.',
  })
  @Scopes(['resident:search'])
  @AssumedSize(8)
  findResidents(
    @Arg('input', () => FindResidentsInput, { description: 'Name and document of the person.' })
    input: FindResidentsInput,
    @Ctx() { registration }: ResidentsContext,
  ): Promise<ResidentType[]> {
    return registration.findPerson(input);
  }

  @Query(() => ResidentConnectionType, { description: 'Registrations in a state, oldest first.' })
  @Scopes(['registration:review'])
  @ListSizeByFirst()
  async registrations(
    @Arg('state', () => RegistrationState, {
      defaultValue: 'RECEIVED',
      description: 'Where they stand.',
    })
    state: RegistrationState,
    @Arg('region', () => ID, { nullable: true, description: ONLY_REGION }) region: string | null,
    @Arg('documentType', () => DocumentType, { nullable: true, description: 'Null: every type.' })
    documentType: DocumentType | null,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { residents }: ResidentsContext,
  ): Promise<Connection<ResidentType>> {
    const page = pageOf(first, after);
    const queue = { state, region: region ?? null, documentType: documentType ?? null };
    const rows = await residents.registrations(queue, page);
    return connectionOf(rows, page, (row) => [row.receivedAt.toISOString(), row.id]);
  }

  @Mutation(() => ResidentType, {
    description: 'Receives a registration for review. First step of GB/T 38963 "make code".',
  })
  @Scopes(['self'], ['registration:write'])
  @Cost(10)
  registerResident(
    @Arg('input', () => RegisterResidentInput, { description: 'What the applicant gives.' })
    input: RegisterResidentInput,
    @Ctx() { registration, identity }: ResidentsContext,
  ): Promise<ResidentType> {
    const { phone = null, guardianId = null, desk = null, ...given } = input;
    return registration.register({ ...given, phone, guardianId }, identity, desk);
  }

  @Mutation(() => ResidentType, { description: 'Approves or rejects a registration.' })
  @Scopes(['registration:review'])
  @Cost(10)
  reviewRegistration(
    @Arg('input', () => ReviewRegistrationInput, {
      description: 'Which registration, and the decision.',
    })
    input: ReviewRegistrationInput,
    @Ctx() { registration, identity }: ResidentsContext,
  ): Promise<ResidentType> {
    const { residentId, decision, reason = null } = input;
    return registration.review(residentId, decision, reason, identity);
  }

  @FieldResolver(() => DivisionType, { nullable: true, description: 'Division of present stay.' })
  @Scopes(['resident:read'], ['self'])
  division(
    @Root() { division }: ResidentType,
    @Ctx() { divisionByCode }: ResidentsContext,
  ): Promise<DivisionType | null> {
    return divisionByCode.load(division);
  }

  @FieldResolver(() => [ConsentType], { description: 'Recorded at a desk, newest first.' })
  @Scopes(['resident:read'], ['self'])
  @AssumedSize(8)
  consents(
    @Root() { id }: ResidentType,
    @Ctx() { residents }: ResidentsContext,
  ): Promise<readonly ConsentType[]> {
    return residents.consentsOf(id);
  }

  @FieldResolver(() => Int, { description: 'Other registrations here with the same document.' })
  @Scopes(['registration:review'])
  duplicates(
    @Root() { id }: ResidentType,
    @Ctx() { residents }: ResidentsContext,
  ): Promise<number> {
    return residents.countDuplicates(id);
  }

  @FieldResolver(() => [AllowedActionType], {
    description: 'What whoever asks may do with the registration.',
  })
  @Scopes(['resident:read'], ['self'])
  @AssumedSize(2)
  allowedActions(
    @Root() resident: Resident,
    @Ctx() { identity }: ResidentsContext,
  ): AllowedActionType[] {
    return allowedActions({
      reviewRegistration: () => againstReviewing(resident, identity),
      revealResident: () => againstRevealing(identity),
    });
  }
}
