import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST, ONLY_REGION } from '../../kit/graphql/arguments.ts';
import { ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import type { HealthRecordsContext } from '../context.ts';
import type { Case } from '../domain/cases.ts';
import { CaseConnectionType, CaseType } from './case-list.type.ts';
import { CaseDue, CaseKind } from './record.enum.ts';
import { ResidentReference } from './record.type.ts';

/** The list of cases: what a case officer begins the day with. */
@Resolver(() => CaseType)
export class CaseListResolver {
  @Query(() => CaseConnectionType, {
    description: 'People in isolation, detected or contacts now; the one that ends first leads.',
  })
  @Scopes(['case:manage'])
  @ListSizeByFirst()
  async cases(
    @Arg('region', () => ID, { nullable: true, description: ONLY_REGION }) region: string | null,
    @Arg('kind', () => CaseKind, { nullable: true, description: 'Null: on every ground.' })
    kind: CaseKind | null,
    @Arg('due', () => CaseDue, { nullable: true, description: 'Null: whatever they are due for.' })
    due: CaseDue | null,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { cases }: HealthRecordsContext,
  ): Promise<Connection<Case>> {
    const page = pageOf(first, after);
    const filter = { region: region ?? null, kind: kind ?? null, due: due ?? null };
    const rows = await cases.list(filter, page);
    return connectionOf(rows, page, (row) => [row.until.toISOString(), row.id]);
  }

  @FieldResolver(() => ResidentReference, { description: 'Whom it is about.' })
  resident(@Root() { residentId }: Case): ResidentReference {
    return { id: residentId };
  }
}
