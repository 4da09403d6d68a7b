import { holdsScopes } from '../../kit/access.ts';
import type { HealthRecordsContext } from '../context.ts';
import type { Declaration } from '../domain/records.ts';

/** Who reads declarations: the same scopes as the fields that lead to them. */
const READERS = [['health:read'], ['declaration:review'], ['self']];

/** Who writes declarations down for others. */
const WRITERS = [['declaration:write']];

/**
 * A declaration by its key; null when it is not there or not to be seen. Who only writes them down
 * sees those of their own. `_entities` passes by the scopes of the fields that lead to
 * declarations, so they are asked for here. Source: RULES.md §1.9.
 */
export async function declarationByKey(
  { id }: { readonly id: string },
  { identity, declarationById }: Pick<HealthRecordsContext, 'identity' | 'declarationById'>,
): Promise<Declaration | null> {
  const { scopes, subject } = identity;
  if (holdsScopes(READERS, scopes)) return declarationById.load(id);
  if (!holdsScopes(WRITERS, scopes)) return null;
  const declaration = await declarationById.load(id);
  return declaration?.recordedBy === subject ? declaration : null;
}
