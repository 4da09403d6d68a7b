import type { EntityName, RequiredEntityData } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Inserts a row unless its key is taken; false then. One statement: nothing comes between. */
export async function insertNew<T extends object>(
  em: EntityManager,
  entity: EntityName<T>,
  row: RequiredEntityData<T>,
): Promise<boolean> {
  const made = await em
    .createQueryBuilder(entity)
    .insert(row)
    .onConflict()
    .ignore()
    .execute<{ affectedRows: number }>('run');
  return made.affectedRows === 1;
}
