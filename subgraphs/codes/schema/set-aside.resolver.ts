import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { AFTER, FIRST, OWN_REGION } from '../../kit/graphql/arguments.ts';
import { Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { CodesContext } from '../context.ts';
import type { SetAsideEvent } from '../domain/set-aside/set-aside.ts';
import {
  SetAsideEventConnectionType,
  SetAsideEventInput,
  SetAsideEventType,
} from './set-aside.type.ts';

/** Events that could not be taken in. */
@Resolver()
export class SetAsideResolver {
  @Query(() => SetAsideEventConnectionType, {
    description: 'Events of a region that could not be taken in, newest first.',
  })
  @Scopes(['event:manage'])
  @ListSizeByFirst()
  async setAsideEvents(
    @Arg('region', () => ID, { description: OWN_REGION }) region: string,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { setAside, identity }: CodesContext,
  ): Promise<Connection<SetAsideEvent>> {
    const page = pageOf(first, after);
    const rows = await setAside.list(region, page, identity);
    return connectionOf(rows, page, (event) => [event.setAsideAt.toISOString(), event.id]);
  }

  @Mutation(() => SetAsideEventType, {
    description: 'Has an event taken in again; it comes back when that fails.',
  })
  @Scopes(['event:manage'])
  @Cost(10)
  retryEvent(
    @Arg('input', () => SetAsideEventInput, { description: 'Which event, and why.' })
    { id, reason }: SetAsideEventInput,
    @Ctx() { setAside, identity }: CodesContext,
  ): Promise<SetAsideEvent> {
    return setAside.retry(id, reason, identity);
  }

  @Mutation(() => SetAsideEventType, { description: 'Gives an event up: it is never taken in.' })
  @Scopes(['event:manage'])
  @Cost(10)
  dropEvent(
    @Arg('input', () => SetAsideEventInput, { description: 'Which event, and why.' })
    { id, reason }: SetAsideEventInput,
    @Ctx() { setAside, identity }: CodesContext,
  ): Promise<SetAsideEvent> {
    return setAside.drop(id, reason, identity);
  }
}
