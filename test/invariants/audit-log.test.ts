import { afterAll, describe, expect, it } from 'vitest';
import { DATABASE_ROLES } from '../../cli/embedded/secrets.ts';
import { attackAs, attacksOn, lookAs } from './support/attacks.ts';

const attacks = attacksOn('audit');
const TABLES = ['head', 'entry', 'body', 'checkpoint', 'checkpoint_head', 'cosignature'];
/** Columns and values of a row of each table. */
const ROWS: Readonly<Record<string, string>> = {
  head: `(region, sequence, hash, at) values ('120000', 1, '', now())`,
  entry: `(region, sequence, at, kind, commitment, hash) values ('120000', 1, now(), 'X', '', '')`,
  body: `(region, sequence, salt, body) values ('120000', 1, '', '{}')`,
  checkpoint: `(region, number, log, at, root, previous, signature, key_id) values ('000000', 999999999, 'x', now(), '', '', '', 'x')`,
  checkpoint_head: `(region, number, sequence, from_sequence, hash, interval_root) values ('120000', 1, 1, 1, '', '')`,
  cosignature: `(region, number, witness, signature, at) values ('120000', 1, 'x', '', now())`,
};
const APPLICATION = DATABASE_ROLES.filter((role) => role !== 'tongma_owner');

afterAll(() => {
  attacks.report();
});

describe('the audit log', () => {
  it.each(APPLICATION)('is only appended to by its function: %s', async (role) => {
    const made = role === 'tongma_checkpoint' ? TABLES.slice(0, 3) : TABLES;
    await attackAs(
      role,
      [
        ...TABLES.flatMap((table) => [
          `update audit.${table} set region = region`,
          `delete from audit.${table}`,
          `truncate audit.${table}`,
          `alter table audit.${table} disable row level security`,
        ]),
        ...made.map((table) => `insert into audit.${table} ${ROWS[table]!}`),
        'drop function audit.append(jsonb)',
        'drop schema audit cascade',
      ],
      attacks,
    );
    expect(attacks.through()).toEqual([]);
  });

  it('is not changed by who owns its tables either, as long as row security is on', async () => {
    const statements = ['entry', 'body', 'checkpoint', 'checkpoint_head', 'cosignature'].flatMap(
      (table) => [`update audit.${table} set region = region`, `delete from audit.${table}`],
    );
    await attackAs('tongma_owner', statements, attacks);
    expect(attacks.through()).toEqual([]);
  });

  it('is read by nobody but codes, and of hashes by who signs checkpoints', async () => {
    for (const role of APPLICATION.filter((one) => one !== 'tongma_codes')) {
      const signs = role === 'tongma_checkpoint';
      const closed = signs ? ['body'] : TABLES;
      const reads = closed.map((table) => `select * from audit.${table}`);
      await attackAs(
        role,
        [
          ...reads,
          'select commitment, kind, at from audit.entry',
          "select * from audit.hashes('330000', 1, 10)",
        ],
        attacks,
      );
    }
    await attackAs('tongma_recognize', ["select audit.append('[]')"], attacks);
    expect(attacks.through()).toEqual([]);
  });

  it('shows codes nothing of another region, and a person nothing of others', async () => {
    const away = { 'app.regions': '510000', 'app.residents': '*', 'app.subject': 'x' };
    const nobody = { 'app.regions': '330000', 'app.residents': '330000-NONE', 'app.subject': 'x' };
    expect(await lookAs('tongma_codes', 'select 1 from audit.entry limit 1')).toHaveLength(1);
    const reads = ['entry', 'body'].map(
      (table) => `select * from audit.${table} where region = '330000'`,
    );
    for (const scope of [away, nobody, {}]) await attackAs('tongma_codes', reads, attacks, scope);
    expect(attacks.through()).toEqual([]);
  });
});
