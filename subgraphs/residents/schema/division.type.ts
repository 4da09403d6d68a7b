import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { meanings } from '../../kit/graphql/enum-of.ts';
import { connectionType } from '../../kit/graphql/connection.type.ts';

/** Levels of GB/T 2260. */
export const DivisionLevel = {
  NATION: 'NATION',
  PROVINCE: 'PROVINCE',
  CITY: 'CITY',
  COUNTY: 'COUNTY',
} as const;
export type DivisionLevel = (typeof DivisionLevel)[keyof typeof DivisionLevel];

registerEnumType(DivisionLevel, {
  name: 'DivisionLevel',
  description: 'Levels of GB/T 2260.',
  valuesConfig: meanings<keyof typeof DivisionLevel>({
    NATION: 'The country: 000000.',
    PROVINCE: 'A province, autonomous region, municipality or special administrative region.',
    CITY: 'A prefecture, or what has its rank.',
    COUNTY: 'A county, or a district or city of its rank.',
  }),
});

/** An administrative division. */
@ObjectType('Division', { description: 'An administrative division by GB/T 2260.' })
export class DivisionType {
  @Field(() => ID, { description: 'Six digits.' })
  code!: string;

  @Field(() => String, { description: 'Name in Chinese, as in the standard.' })
  name!: string;

  @Field(() => DivisionLevel, { description: 'Of which level it is.' })
  level!: DivisionLevel;

  @Field(() => ID, { nullable: true, description: 'Division directly above.' })
  parent!: string | null;

  @Field(() => Boolean, { description: 'Whether a region here registers residents.' })
  registers!: boolean;
}

/** A page of divisions. */
export const DivisionConnectionType = connectionType(DivisionType, 'DivisionConnection');
