import type { MikroORM } from '@mikro-orm/postgresql';
import { OperatorError } from './operator-error.ts';
import { openOrm, type Storage } from './orm.ts';

/** The database was written by a newer version of Tongma than this one. */
export class SchemaTooNewError extends OperatorError {
  override readonly name = 'SchemaTooNewError';
}

async function refuseNewer(
  orm: MikroORM,
  storage: Storage,
  wanted: readonly string[] = [],
): Promise<void> {
  const known = new Set(storage.migrations.map(({ name }) => name));
  const executed = (await orm.migrator.getExecuted()).map(({ name }) => name);
  const unknown = [...executed, ...wanted].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new SchemaTooNewError(
      `The database schema "${storage.schema}" is newer than this version of Tongma; start the version that wrote it, or a later one.`,
    );
  }
}

/**
 * Brings one subgraph's schema up to date, as the owner of the database.
 * `only` = these migrations and no later ones. @returns names of the migrations that ran
 * @throws {SchemaTooNewError} when the database knows migrations that the code does not
 */
export async function migrate(
  storage: Storage,
  ownerUrl: string,
  only?: readonly string[],
): Promise<string[]> {
  // A statement of the owner may take as long as it takes.
  const orm = await openOrm(storage, ownerUrl, 2, { silentMs: null });
  try {
    await orm.schema.createNamespace(storage.schema);
    await refuseNewer(orm, storage, only);
    if (only?.length === 0) return [];
    const ran = only ? await orm.migrator.up({ migrations: [...only] }) : await orm.migrator.up();
    return ran.map(({ name }) => name);
  } finally {
    await orm.close();
  }
}
