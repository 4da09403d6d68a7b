import { Directive, Field, ObjectType } from 'type-graphql';
import type { AllowedAction } from '../allowed-action.ts';

/** Whether whoever asks may do something here, and if not, why. */
@ObjectType('AllowedAction', {
  description: 'Whether whoever asks may do something here, and if not, why.',
})
@Directive('@shareable')
export class AllowedActionType implements AllowedAction {
  @Field(() => String, { description: 'Name of the mutation.' })
  action!: string;

  @Field(() => Boolean, {
    description: 'False: `reasonCode` says why; the mutation checks again by itself.',
  })
  allowed!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Error code that the mutation would give; null when it is allowed.',
  })
  reasonCode!: AllowedAction['reasonCode'];
}
