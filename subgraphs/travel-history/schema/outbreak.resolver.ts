import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST } from '../../kit/graphql/arguments.ts';
import { allowedActions } from '../../kit/allowed-action.ts';
import { AllowedActionType } from '../../kit/graphql/allowed-action.type.ts';
import { AssumedSize, Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { TravelHistoryContext } from '../context.ts';
import type { Outbreak, Told } from '../domain/venue/outbreak.ts';
import { againstWithdrawing } from '../domain/venue/outbreak-withdrawal.ts';
import { ResidentReference } from './stay.type.ts';
import {
  DeclareOutbreakInput,
  OutbreakConnectionType,
  OutbreakContactConnectionType,
  OutbreakContactType,
  OutbreakType,
  WithdrawOutbreakInput,
} from './venue.type.ts';

/** Outbreaks at venues: declared, and withdrawn when that was a mistake. */
@Resolver(() => OutbreakType)
export class OutbreakResolver {
  @Query(() => OutbreakConnectionType, {
    description: 'Outbreaks at a venue, the one declared last leads.',
  })
  @Scopes(['case:manage'])
  @ListSizeByFirst()
  async outbreaks(
    @Arg('venueId', () => ID, { description: 'The venue.' }) venueId: string,
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { venues }: TravelHistoryContext,
  ): Promise<Connection<Outbreak>> {
    const page = pageOf(first, after);
    const rows = await venues.outbreaks.ofVenue(venueId, page);
    return connectionOf(rows, page, (row) => [row.declaredAt.toISOString(), row.id]);
  }

  @Query(() => OutbreakContactConnectionType, {
    description: 'Who was told of an outbreak, the last contact leads.',
  })
  @Scopes(['case:manage'])
  @ListSizeByFirst()
  async outbreakContacts(
    @Arg('outbreakId', () => ID, { description: 'The outbreak.' }) outbreakId: string,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { venues }: TravelHistoryContext,
  ): Promise<Connection<Told>> {
    const page = pageOf(first, after);
    const rows = await venues.declaring.contacts(outbreakId, page);
    return connectionOf(rows, page, (row) => [row.lastContactAt.toISOString(), row.visitId]);
  }

  @Mutation(() => OutbreakType, {
    description:
      'Declares that a case was at a venue: everybody who was there then gets a contact notice.',
  })
  @Scopes(['case:manage'])
  @Cost(50)
  declareOutbreak(
    @Arg('input', () => DeclareOutbreakInput, {
      description: 'Where, when, on which evidence, and why.',
    })
    input: DeclareOutbreakInput,
    @Ctx() { venues, identity }: TravelHistoryContext,
  ): Promise<Outbreak> {
    return venues.declaring.declare(input, identity);
  }

  @Mutation(() => OutbreakType, {
    description:
      'Withdraws an outbreak that was declared by mistake: its contact notices stand no more. Withdrawn before, it is answered as it is.',
  })
  @Scopes(['case:manage'])
  @Cost(50)
  withdrawOutbreak(
    @Arg('input', () => WithdrawOutbreakInput, { description: 'Which outbreak, and why.' })
    { outbreakId, reason }: WithdrawOutbreakInput,
    @Ctx() { venues, identity }: TravelHistoryContext,
  ): Promise<Outbreak> {
    return venues.withdrawing.withdraw(outbreakId, reason, identity);
  }

  @FieldResolver(() => Int, { description: 'Visits that were told of it, in the last 28 days.' })
  contacts(@Root() { id }: Outbreak, @Ctx() { venues }: TravelHistoryContext): Promise<number> {
    return venues.contacts.load(id);
  }

  @FieldResolver(() => [AllowedActionType], { description: 'What whoever asks may do with it.' })
  @AssumedSize(1)
  allowedActions(
    @Root() outbreak: Outbreak,
    @Ctx() { identity }: TravelHistoryContext,
  ): AllowedActionType[] {
    return allowedActions({ withdrawOutbreak: () => againstWithdrawing(outbreak, identity) });
  }
}

/** Whom an outbreak's notice is about. */
@Resolver(() => OutbreakContactType)
export class OutbreakContactResolver {
  @FieldResolver(() => ResidentReference, { description: 'Who was told.' })
  resident(@Root() { residentId }: Told): ResidentReference {
    return { id: residentId };
  }
}
