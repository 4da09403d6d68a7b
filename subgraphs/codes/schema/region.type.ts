import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Texts } from '../domain/texts.ts';

/** A division whose authority issues or recognizes codes. */
@ObjectType('Region', {
  description: 'A division whose authority issues or recognizes codes.',
})
@Directive('@key(fields: "id")')
export class RegionType {
  @Field(() => ID, { description: 'GB/T 2260 code, or ISO 3166-1 alpha-2 for foreign issuers.' })
  id!: string;

  /** Names by language; the graph gives one. */
  names!: Texts;
}
