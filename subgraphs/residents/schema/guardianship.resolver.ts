import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST, ONLY_REGION } from '../../kit/graphql/arguments.ts';
import { Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { ResidentsContext } from '../context.ts';
import { holds } from '../domain/guardianship.ts';
import type { OfferedGuardianship } from '../domain/guardianships.ts';
import {
  AcceptGuardianshipInput,
  EndedGuardianshipType,
  EndGuardianshipInput,
  GuardianshipOfferType,
  GuardianshipType,
  NameGuardianInput,
  ReviewRenewalInput,
} from './guardianship.type.ts';
import { ResidentConnectionType, ResidentType } from './resident.type.ts';

function standing({ guardianship }: ResidentType): GuardianshipType | null {
  return guardianship && holds(guardianship, new Date()) ? guardianship : null;
}

/** Guardians: how one is named, goes on, and ends. */
@Resolver(() => ResidentType)
export class GuardianshipResolver {
  @FieldResolver(() => ID, {
    nullable: true,
    description: "A ward's guardian; null once that has ended.",
  })
  @Scopes(['resident:read'], ['self'])
  guardianId(@Root() ward: ResidentType): string | null {
    return standing(ward)?.guardianId ?? null;
  }

  @FieldResolver(() => GuardianshipType, {
    nullable: true,
    description: 'Who acts for a ward, and until when; null for anybody else, and once it is over.',
  })
  @Scopes(['resident:read'], ['self'])
  guardianship(@Root() ward: ResidentType): GuardianshipType | null {
    return standing(ward);
  }

  @Query(() => ResidentConnectionType, {
    description: 'Wards whose guardian asks for a further 12 months, the longest waiting first.',
  })
  @Scopes(['registration:review'])
  @ListSizeByFirst()
  async guardianshipRenewals(
    @Arg('region', () => ID, { nullable: true, description: ONLY_REGION }) region: string | null,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { guardianships }: ResidentsContext,
  ): Promise<Connection<ResidentType>> {
    const page = pageOf(first, after);
    const rows = await guardianships.renewals(region ?? null, page);
    return connectionOf(rows, page, ({ guardianship, id }) => [
      ...[guardianship?.renewalAskedAt?.toISOString() ?? '', id],
    ]);
  }

  @Mutation(() => EndedGuardianshipType, {
    description: 'Ends a guardianship at once: the guardian, the ward, or an official at a desk.',
  })
  @Scopes(['self'], ['registration:write'])
  @Cost(10)
  endGuardianship(
    @Arg('input', () => EndGuardianshipInput, { description: 'Which, and why.' })
    { residentId, reason = null }: EndGuardianshipInput,
    @Ctx() { guardianship, identity }: ResidentsContext,
  ): Promise<EndedGuardianshipType> {
    return guardianship.end(residentId, reason, identity);
  }

  @Mutation(() => ResidentType, {
    description: 'Asks for a further 12 months for a ward under 14; an official reviews it.',
  })
  @Scopes(['self'])
  @Cost(10)
  renewGuardianship(
    @Arg('residentId', () => ID, { description: "The ward's registration." }) residentId: string,
    @Ctx() { guardianship, identity }: ResidentsContext,
  ): Promise<ResidentType> {
    return guardianship.askRenewal(residentId, identity);
  }

  @Mutation(() => ResidentType, { description: "Decides a guardian's renewal." })
  @Scopes(['registration:review'])
  @Cost(10)
  reviewGuardianshipRenewal(
    @Arg('input', () => ReviewRenewalInput, { description: 'Whose, and the decision.' })
    { residentId, decision, reason = null }: ReviewRenewalInput,
    @Ctx() { guardianship, identity }: ResidentsContext,
  ): Promise<ResidentType> {
    return guardianship.reviewRenewal(residentId, decision, reason, identity);
  }

  @Mutation(() => ResidentType, {
    description: 'Names or renews a guardian at a desk, with the consent recorded; at once.',
  })
  @Scopes(['registration:write'])
  @Cost(10)
  nameGuardian(
    @Arg('input', () => NameGuardianInput, { description: 'Who acts for whom.' })
    { residentId, guardianId, desk }: NameGuardianInput,
    @Ctx() { guardianship, identity }: ResidentsContext,
  ): Promise<ResidentType> {
    return guardianship.name(residentId, guardianId, desk, identity);
  }

  @Mutation(() => GuardianshipOfferType, {
    description: 'Makes a code by which a person of 14 or more agrees to whoever brings it.',
  })
  @Scopes(['self'])
  @Cost(10)
  offerGuardianship(
    @Arg('residentId', () => ID, { description: 'Your own registration.' }) residentId: string,
    @Ctx() { guardianship, identity }: ResidentsContext,
  ): Promise<OfferedGuardianship> {
    return guardianship.offer(residentId, identity);
  }

  @Mutation(() => ResidentType, {
    description: 'Becomes the guardian of whoever gave the code, or goes on; a code is used once.',
  })
  @Scopes(['self'])
  @Cost(10)
  acceptGuardianship(
    @Arg('input', () => AcceptGuardianshipInput, { description: 'The code, and who acts.' })
    { code, guardianId }: AcceptGuardianshipInput,
    @Ctx() { guardianship, identity }: ResidentsContext,
  ): Promise<ResidentType> {
    return guardianship.accept(code, guardianId, identity);
  }
}
