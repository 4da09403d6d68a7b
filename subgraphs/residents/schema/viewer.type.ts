import { Field, ID, ObjectType } from 'type-graphql';
import { Authenticated } from '../../kit/graphql/directives.ts';
import { DivisionType } from './division.type.ts';
import { Role } from './role.enum.ts';

/** Who is asking, for the page that shows it. */
@ObjectType('Viewer', { description: 'Who is asking.' })
@Authenticated()
export class ViewerType {
  @Field(() => ID, { description: 'Account at the sign-in provider.' })
  id!: string;

  @Field(() => String, { nullable: true, description: "An official's name." })
  name!: string | null;

  @Field(() => Role, { description: 'What the account may do at most.' })
  role!: Role;

  @Field(() => String, { description: 'Id of its agency.', nullable: true })
  agency!: string | null;

  @Field(() => [DivisionType], { description: 'Divisions granted, with everything below them.' })
  grants!: readonly DivisionType[];

  @Field(() => [DivisionType], {
    description: 'Regions that register residents and lie within the grants.',
  })
  regions!: readonly DivisionType[];

  @Field(() => [String], { description: 'Scopes and rights held now.' })
  scopes!: readonly string[];

  @Field(() => [String], { description: 'Purposes granted.' })
  purposes!: readonly string[];
}
