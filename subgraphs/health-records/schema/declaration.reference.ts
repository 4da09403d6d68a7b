import { holdsScopes } from '../../kit/graphql/enforce-scopes.ts';
import type { HealthRecordsContext } from '../context.ts';
import type { Declaration } from '../domain/records.ts';

/** Who reads declarations: the same scopes as the fields that lead to them. */
const READERS = [['health:read'], ['declaration:review'], ['self']];

/**
 * A declaration by its key; null when it is not there or not to be seen. `_entities` passes by the
 * scopes of the fields that lead to declarations, so they are asked for here.
 */
export async function declarationByKey(
  { id }: { readonly id: string },
  { identity, declarationById }: Pick<HealthRecordsContext, 'identity' | 'declarationById'>,
): Promise<Declaration | null> {
  return holdsScopes(READERS, identity.scopes) ? declarationById.load(id) : null;
}
