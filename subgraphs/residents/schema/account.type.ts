import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OWN_REGION } from '../../kit/graphql/arguments.ts';
import { Scopes } from '../../kit/graphql/directives.ts';
import { connectionType } from '../../kit/graphql/connection.type.ts';
import { Role } from './role.enum.ts';

/** An official's, verifier's or partner's account, as administrators see it. */
@ObjectType('Account', { description: "An official's, verifier's or partner's account." })
@Directive('@key(fields: "id")')
@Scopes(['account:read'])
export class AccountType {
  @Field(() => ID, { description: 'Account at the sign-in provider.' })
  id!: string;

  @Field(() => ID, { description: 'Region whose administrators manage it.' })
  region!: string;

  @Field(() => String, { nullable: true, description: 'Name that colleagues read.' })
  name!: string | null;

  @Field(() => Role, {
    description: 'Decides the rights, but for withheld ones; a partner has scopes of its own.',
  })
  role!: Role;

  @Field(() => String, { nullable: true, description: 'Id of its agency.' })
  agency!: string | null;

  @Field(() => [ID], { description: 'Divisions granted, with everything below them.' })
  grants!: readonly string[];

  @Field(() => [String], { description: 'Rights held: those of the role but withheld ones.' })
  rights!: readonly string[];

  @Field(() => [String], { description: 'Rights of the role that were taken away.' })
  withheld!: readonly string[];

  @Field(() => [String], { description: 'Purposes granted.' })
  purposes!: readonly string[];

  @Field(() => Date, {
    nullable: true,
    description: 'From then on every request of the account is refused; null while it has access.',
  })
  disabledAt!: Date | null;

  @Field(() => Int, { description: 'Give it back with a change.' })
  version!: number;
}

/** A page of accounts. */
export const AccountConnectionType = connectionType(AccountType, 'AccountConnection');

/** An agency. */
@ObjectType('Agency', { description: 'Who employs officials.' })
@Directive('@key(fields: "id")')
@Scopes(['account:read'])
export class AgencyType {
  @Field(() => ID, {
    description: 'Small letters, digits and hyphens; accounts name their agency by it.',
  })
  id!: string;

  @Field(() => ID, { description: 'Region that it belongs to: GB/T 2260 code.' })
  region!: string;

  @Field(() => String, { description: 'Its name, 1 to 64 characters.' })
  name!: string;
}

/** A right with the sentence that says what it lets one do. */
@ObjectType('Right', { description: 'A right, with what it lets one do.' })
@Scopes(['account:read'])
export class RightType {
  @Field(() => ID, { description: 'The right as scopes name it, such as case:manage.' })
  id!: string;

  @Field(() => [Role], { description: 'Roles that hold it.' })
  roles!: readonly Role[];
}

/** What an administrator decides of an account. */
@InputType()
export class AccountInput {
  @Field(() => String, { nullable: true, description: 'Name that colleagues read.' })
  name?: string | null;

  @Field(() => Role, { description: 'Any but RESIDENT and OVERSIGHT, which no region gives.' })
  role!: Role;

  @Field(() => String, { nullable: true, description: 'Id of its agency.' })
  agency?: string | null;

  @Field(() => [ID], { description: 'Divisions within your own grants.' })
  grants!: string[];

  @Field(() => [String], { defaultValue: [], description: 'Rights of the role to take away.' })
  withheld!: string[];

  @Field(() => [String], { defaultValue: [], description: "A partner's scopes." })
  scopes!: string[];

  @Field(() => [String], { defaultValue: [], description: "A partner's purposes." })
  purposes!: string[];
}

/** An account to be added. */
@InputType({ description: 'An account that is to have a role here.' })
export class AddAccountInput extends AccountInput {
  @Field(() => ID, { description: 'Account at the sign-in provider.' })
  id!: string;

  @Field(() => ID, { description: 'Region whose administrators manage it.' })
  region!: string;
}

/** A change to an account. */
@InputType({ description: 'What an account is to be from now on: all of it, also what stays.' })
export class ChangeAccountInput extends AccountInput {
  @Field(() => ID, { description: 'Account at the sign-in provider.' })
  id!: string;

  @Field(() => Int, { description: 'Version that the change is made to.' })
  version!: number;
}

/** An agency to be added. */
@InputType({ description: 'An agency to be added.' })
export class AddAgencyInput {
  @Field(() => ID, { description: 'Small letters, digits and hyphens.' })
  id!: string;

  @Field(() => ID, { description: OWN_REGION })
  region!: string;

  @Field(() => String, { description: '1 to 64 characters.' })
  name!: string;
}
