import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** What an account may do now; read by the gateway only. */
@ObjectType('Grants')
@Directive('@inaccessible')
export class GrantsType {
  @Field(() => String)
  kind!: string;

  @Field(() => ID)
  subject!: string;

  @Field(() => [String])
  scopes!: readonly string[];

  @Field(() => [String])
  grants!: readonly string[];

  @Field(() => [String])
  regions!: readonly string[];

  @Field(() => [ID], { nullable: true, description: 'Null: not limited to single people.' })
  residents!: readonly string[] | null;

  @Field(() => [String])
  purposes!: readonly string[];

  @Field(() => String, { nullable: true })
  agency!: string | null;
}
