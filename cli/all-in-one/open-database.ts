import type { DataFolder } from '../embedded/data-folder.ts';
import { prepareDatabase, type DatabaseUrls } from '../embedded/database.ts';
import { startPostgres, type EmbeddedPostgres } from '../embedded/postgres.ts';
import type { Secrets } from '../embedded/secrets.ts';
import { migrateAll } from '../migrate-all.ts';
import { loadDivisions } from '../seed/load-divisions.ts';

interface Database {
  readonly postgres: EmbeddedPostgres;
  readonly urls: DatabaseUrls;
}

/** Starts PostgreSQL on a data folder and brings its schemas up to date. */
export async function openDatabase(folder: DataFolder, secrets: Secrets): Promise<Database> {
  const { superuserPassword: password } = secrets;
  const postgres = await startPostgres({ dataDir: folder.postgres, password });
  try {
    const urls = await prepareDatabase(postgres.superuserUrl, secrets);
    const ran = await migrateAll(urls.tongma_owner);
    if (ran.length > 0) await loadDivisions(urls);
    return { postgres, urls };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
