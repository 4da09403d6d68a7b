import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { allowedActions } from '../../kit/allowed-action.ts';
import { AllowedActionType } from '../../kit/graphql/allowed-action.type.ts';
import { AssumedSize } from '../../kit/graphql/directives.ts';
import type { HealthRecordsContext } from '../context.ts';
import { againstExtending, againstReleasing, againstReviewing } from '../domain/record-actions.ts';
import type { Declaration, IsolationOrder } from '../domain/records.ts';
import { DeclarationType, IsolationOrderType } from './record.type.ts';

/** What can be done with a declaration. */
@Resolver(() => DeclarationType)
export class DeclarationActionsResolver {
  @FieldResolver(() => [AllowedActionType], { description: 'What whoever asks may do with it.' })
  @AssumedSize(1)
  allowedActions(
    @Root() declaration: Declaration,
    @Ctx() { identity }: HealthRecordsContext,
  ): AllowedActionType[] {
    return allowedActions({ reviewDeclaration: () => againstReviewing(declaration, identity) });
  }
}

/** What can be done with an isolation order. */
@Resolver(() => IsolationOrderType)
export class OrderActionsResolver {
  @FieldResolver(() => [AllowedActionType], { description: 'What whoever asks may do with it.' })
  @AssumedSize(1)
  allowedActions(
    @Root() order: IsolationOrder,
    @Ctx() { identity, now }: HealthRecordsContext,
  ): AllowedActionType[] {
    return allowedActions({
      releaseIsolation: () => againstReleasing(order, identity, now()),
      extendIsolation: () => againstExtending(order, identity, now()),
    });
  }
}
