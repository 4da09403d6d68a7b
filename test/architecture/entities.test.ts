import { describe, expect, it } from 'vitest';
import { entitiesOf, entityFaults } from './entity-rules.ts';
import { migrationFaults } from './migration-rules.ts';
import { isTest, sourcesMatching } from './source-files.ts';

const sources = sourcesMatching(/^subgraphs\//).filter(({ path }) => !isTest(path));
const defining = sources.filter(({ text }) => text.includes('defineEntity('));
const migrations = sources.filter(({ path }) => path.includes('/persistence/migrations/'));
const subgraphs = [...new Set(migrations.map(({ path }) => path.split('/')[1] ?? ''))];

describe('entities', () => {
  it('force row security, have a policy and lead their keys with region', () => {
    expect(defining.flatMap(entityFaults)).toEqual([]);
    expect(defining.flatMap(entitiesOf).length).toBeGreaterThan(10);
  });

  it('stand in *.entity.ts files, or in the kit', () => {
    const elsewhere = defining
      .map(({ path }) => path)
      .filter((path) => !/^subgraphs\/(kit\/|[^/]+\/persistence\/[^/]+\.entity\.ts$)/.test(path));
    expect(elsewhere).toEqual([]);
  });
});

describe('migrations', () => {
  it('stand in every subgraph', () => {
    const all = new Set(sources.map(({ path }) => path.split('/')[1] ?? ''));
    expect(subgraphs.toSorted()).toEqual([...all].toSorted()); // the kit's are the audit log's
  });

  it.each(subgraphs)('of %s fit a spread database', (subgraph) => {
    const own = ({ path }: { path: string }) => path.startsWith(`subgraphs/${subgraph}/`);
    const references = defining
      .filter(own)
      .flatMap(entitiesOf)
      .filter(({ reference }) => reference);
    const names = new Set(references.map(({ table }) => table));
    expect(migrationFaults(migrations.filter(own), names)).toEqual([]);
  });
});

const KEY = 'region: p.string().primary(), id: p.string().primary()';

function entity(properties: string, more = '', doc = '/** A. */'): string {
  const security = `rowLevelSecurity: 'force', policies: rows(ROLE)`;
  return `${doc}\nexport const A = defineEntity({ tableName: 'a', ${security}, ${more} properties: { ${properties} } });`;
}

function faultsOf(text: string): string[] {
  return entityFaults({ path: 'subgraphs/codes/persistence/a.entity.ts', text });
}

describe('the checks of entities', () => {
  it.each([
    ["row security is not 'force'", entity(KEY).replace(`'force'`, 'true')],
    ["row security is not 'force'", entity(KEY).replace(`rowLevelSecurity: 'force',`, '')],
    ['no policy', entity(KEY).replace('rows(ROLE)', '[]')],
    ['no policy', entity(KEY).replace('policies: rows(ROLE),', '')],
    ['begins with id', entity('id: p.string().primary(), region: p.string().primary()')],
    ['begins with nothing', entity('region: p.string()')],
    ['cannot be read', entity('...elsewhere()')],
    ['cannot be read', 'defineEntity(options);'],
    ['begins with id', `const k = () => ({ id: p.string().primary() });\n${entity('...k()')}`],
    ['id is unique', entity(`region: p.string().primary(), id: p.string().unique()`)],
    ['no region', entity(KEY, `uniques: [{ name: 'u', properties: ['id'] }],`)],
    ['cannot be read', entity(KEY, `uniques: uniques(),`)],
    ['no region', entity(KEY, `uniques: [u],`)],
  ])('find: %s', (fault, text) => {
    expect(faultsOf(text).join('\n')).toContain(fault);
  });

  it.each([
    ['a good one', entity(KEY, `uniques: [{ name: 'u', properties: ['region', 'id'] }],`)],
    ['a spread key', `const k = () => ({ ${KEY} });\n${entity('...k()')}`],
    ['a reference', entity('code: p.string().primary()', '', '/**\n * A.\n * @reference all */')],
  ])('let pass: %s', (_what, text) => {
    expect(faultsOf(text)).toEqual([]);
  });
});

describe('the checks of migrations', () => {
  const forced = `'alter table "s"."a" force row level security'`;
  const faults = (sql: string, references: readonly string[] = []) =>
    migrationFaults([{ path: 'm.ts', text: `[${forced}, \`${sql}\`];` }], new Set(references));

  it.each([
    ['a sequence', `create table "s"."a" ("region" text, "n" bigserial, primary key ("region"))`],
    ['a sequence', `create sequence "s"."a_seq"`],
    ['an identity', `alter table "s"."a" add "n" int generated always as identity`],
    ['a trigger', `create trigger "t" before insert on "s"."a" execute function f()`],
    ['begin with region', `create table "s"."a" ("id" text, primary key ("id", "region"))`],
    ['of its own', `create table "s"."a" ("id" text not null primary key, "region" text)`],
    ['no primary key', `create table "s"."a" ("region" text)`],
    ['no region', `alter table "s"."a" add constraint "u" unique ("id")`],
    ['no region', `create unique index "u" on "s"."a" ("id", "at") where "x" is null`],
    ['no region', `alter table "s"."a" add constraint "f" foreign key ("b") references "s"."b"`],
    ['forced', `create table "s"."b" ("region" text, primary key ("region"))`],
  ])('find: %s in %s', (fault, sql) => {
    expect(faults(sql).join('\n')).toContain(fault);
  });

  it.each([
    `create table "s"."a" ("region" varchar(6) not null, "id" text, primary key ("region", "id"))`,
    `create unique index "u" on "s"."a" ("region", "id")`,
    `alter table "s"."a" add foreign key ("region", "b") references "s"."b" ("region", "id")`,
  ])('let pass: %s', (sql) => {
    expect(faults(sql)).toEqual([]);
  });

  it('let reference tables have keys of their own', () => {
    expect(faults(`create table "s"."a" ("id" text, primary key ("id"))`, ['a'])).toEqual([]);
  });
});
