import { Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';

/** Where a page of a list ends. */
@ObjectType('PageInfo', { description: 'Where a page ends.' })
@Directive('@shareable')
export class PageInfoType {
  @Field(() => String, { nullable: true, description: 'Give it as `after` for the next page.' })
  endCursor!: string | null;

  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage!: boolean;
}

const SHAREABLE = Directive('@shareable');

/**
 * Makes the connection type of a node type: `{nodes, pageInfo, totalCount}`. `shared`: several
 * subgraphs give pages of it. Source: DESIGN.md §4.
 */
export function connectionType<T extends object>(node: ClassType<T>, name: string, shared = false) {
  const sharing: ClassDecorator = (type) => {
    if (shared) SHAREABLE(type);
  };

  @sharing
  @ObjectType(name, { description: 'A page of a list in a stable order.' })
  class ConnectionType {
    @Field(() => [node], { description: 'What is on this page.' })
    nodes!: T[];

    @Field(() => PageInfoType, { description: 'Where the page ends.' })
    pageInfo!: PageInfoType;

    @Field(() => Int, { nullable: true, description: 'Null above 10,000.' })
    totalCount!: number | null;
  }
  return ConnectionType;
}
