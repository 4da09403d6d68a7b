import { writeFile } from 'node:fs/promises';
import { openOrm, type Storage } from '../../subgraphs/kit/orm.ts';
import { storage as audit } from '../../subgraphs/kit/audit/persistence/storage.ts';
import { storage as codes } from '../../subgraphs/codes/persistence/storage.ts';
import { storage as healthRecords } from '../../subgraphs/health-records/persistence/storage.ts';
import { storage as residents } from '../../subgraphs/residents/persistence/storage.ts';
import { storage as travelHistory } from '../../subgraphs/travel-history/persistence/storage.ts';

// Run by `npm run migration -- SUBGRAPH NAME` in the project's root against a migrated database
// (TONGMA_OWNER_URL): writes what the entities have and the database has not as a new migration.
// Add it to migrations/index.ts by hand, with the grants it needs. Functions are written by hand.
const STORAGES: Readonly<Record<string, Storage>> = {
  residents,
  'health-records': healthRecords,
  'travel-history': travelHistory,
  codes,
  'kit/audit': audit,
};
const [subgraph = '', name = ''] = process.argv.slice(2);
const storage = STORAGES[subgraph];
const url = process.env['TONGMA_OWNER_URL'];
if (!storage || !/^\d{4}-[a-z-]+$/.test(name) || !url) {
  throw new Error('Usage: TONGMA_OWNER_URL=… npm run migration -- SUBGRAPH 0002-what-it-does');
}

const orm = await openOrm(storage, url, 2);
await orm.schema.createNamespace(storage.schema);
const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false });
await orm.close();
const statements = sql
  .split(/;\n+/)
  .map((statement) => statement.trim().replace(/;$/, ''))
  .filter((statement) => statement !== '' && !/^(create schema|drop function)/.test(statement));
const className = name
  .slice(5)
  .replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
const lines = statements.map((statement) => `    this.addSql(${JSON.stringify(statement)});`);
const text = `import { Migration } from '@mikro-orm/migrations';

/** ${name}. Only ever forward: migrations expand, and contract in a later one. */
export class ${className} extends Migration {
  override up(): void {
${lines.join('\n')}
  }
}
`;
await writeFile(`subgraphs/${subgraph}/persistence/migrations/${name}.ts`, text);
