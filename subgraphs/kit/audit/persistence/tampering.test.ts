import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  emptyDatabase,
  type EmptyDatabase,
} from '../../../../test/system/support/empty-database.ts';
import { systemIdentity } from '../../identity.ts';
import { openOrm } from '../../orm.ts';
import { inScope } from '../../scope/unit-of-work.ts';
import { commitmentOf, entryHash, NOTHING_BEFORE } from '../chain.ts';
import { keptCheckpoint } from '../kept-checkpoint.ts';
import { verifyLog } from '../verify.ts';
import { sideBySide } from '../verify-threads.ts';
import { chainReader } from './chain.reader.ts';
import { ALL, randomOf, SEED } from '../../../../test/sample.ts';
import { askOf, withChainReader } from './open-reader.ts';
import { storage } from './storage.ts';

const REGIONS = ['330000', '330100', '510000'];
const TAMPERINGS = ALL ? 1_000 : 200;

let database: EmptyDatabase;
let superuser: Client;

beforeAll(async () => {
  database = await emptyDatabase();
  const orm = await openOrm(storage, database.urls.tongma_codes, 4);
  for (let round = 0; round < 4; round += 1) {
    for (let n = 0; n < 5; n += 1) {
      for (const region of REGIONS.slice(0, 1 + ((round + n) % 3))) {
        await inScope(orm, systemIdentity(`official-${n}`, region), (_tx, audit) => {
          audit.note({ region, action: 'CHECKED_IN', objectId: `${round}-${n}` });
          return Promise.resolve();
        });
      }
    }
    await database.checkpointer.sealNow();
  }
  await orm.close();
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await database.drop();
});

function verify(ask = askOf(superuser)) {
  return verifyLog({
    reader: chainReader(ask),
    keys: [database.checkpointKey],
    kept: keptCheckpoint(database.folder.checkpointFile).read(),
    ...{ region: null, now: Date.now() },
  });
}

const sql = (text: string, values: unknown[] = []) => superuser.query(text, values);

interface Row {
  readonly sequence: string;
  readonly kind: string;
  readonly at: Date;
  readonly commitment: Buffer;
}

/** Makes a chain consistent again from an entry on, as whoever holds the database could. */
async function rehash(region: string): Promise<void> {
  const { rows } = await sql('select * from audit.entry where region = $1 order by sequence', [
    region,
  ]);
  let hash = NOTHING_BEFORE;
  let last: Row | undefined;
  for (const row of rows as Row[]) {
    const { kind, commitment } = row;
    const head = { region, kind, sequence: Number(row.sequence), at: row.at.getTime() };
    hash = entryHash(hash, head, commitment);
    const key = [hash, region, row.sequence];
    await sql('update audit.entry set hash = $1 where region = $2 and sequence = $3', key);
    last = row;
  }
  const head = [region, last?.sequence ?? 0, hash, last?.at ?? new Date(0)];
  await sql('update audit.head set sequence = $2, hash = $3, at = $4 where region = $1', head);
}

type Tampering = (
  random: (below: number) => number,
  region: string,
  length: number,
) => Promise<void>;

const at = (random: (below: number) => number, length: number) => 1 + random(length);
const byte = 'set_byte(%, 0, get_byte(%, 0) # 1)';
const flip = (column: string) => `${column} = ${byte.replaceAll('%', column)}`;

const TAMPER: Readonly<Record<string, Tampering>> = {
  async edit(random, region, length) {
    const columns = [flip('hash'), flip('commitment'), "kind = 'REVEALED'"];
    const set = columns[random(columns.length)] ?? '';
    await sql(`update audit.entry set ${set} where region = $1 and sequence = $2`, [
      region,
      at(random, length),
    ]);
    if (random(2) === 0 && !set.startsWith('hash')) await rehash(region);
  },
  async editBody(random, region, length) {
    const key = [region, at(random, length)];
    const set = random(2) === 0 ? flip('salt') : "body = replace(body, 'official', 'somebody')";
    await sql(`update audit.body set ${set} where region = $1 and sequence = $2`, key);
  },
  async rewriteBody(random, region, length) {
    const key = [region, at(random, length)];
    const body = '{"action":"CHECKED_IN","subject":"nobody"}';
    const { rows } = await sql(
      'select salt from audit.body where region = $1 and sequence = $2',
      key,
    );
    const commitment = commitmentOf((rows[0] as { salt: Buffer }).salt, body);
    await sql('update audit.body set body = $3 where region = $1 and sequence = $2', [
      ...key,
      body,
    ]);
    await sql('update audit.entry set commitment = $3 where region = $1 and sequence = $2', [
      ...key,
      commitment,
    ]);
    await rehash(region);
  },
  async delete(random, region, length) {
    const key = [region, at(random, length)];
    const which = random(3);
    if (which !== 1) await sql('delete from audit.entry where region = $1 and sequence = $2', key);
    if (which !== 0) await sql('delete from audit.body where region = $1 and sequence = $2', key);
  },
  async deleteAndCloseUp(random, region, length) {
    const key = [region, at(random, length)];
    for (const table of ['entry', 'body']) {
      await sql(`delete from audit.${table} where region = $1 and sequence = $2`, key);
      await sql(
        `update audit.${table} set sequence = -sequence where region = $1 and sequence > $2`,
        key,
      );
      await sql(
        `update audit.${table} set sequence = -sequence - 1 where region = $1 and sequence < 0`,
        [region],
      );
    }
    await rehash(region);
  },
  async insert(random, region, length) {
    // Before the end: a copy after the last entry is what appending makes.
    const key = [region, at(random, length - 1)];
    for (const table of ['entry', 'body']) {
      await sql(
        `update audit.${table} set sequence = -sequence where region = $1 and sequence >= $2`,
        key,
      );
      await sql(
        `update audit.${table} set sequence = -sequence + 1 where region = $1 and sequence < 0`,
        [region],
      );
    }
    const columns = 'region, $2::bigint, at, kind, commitment, hash';
    await sql(
      `insert into audit.entry select ${columns} from audit.entry where region = $1 and sequence = $2::bigint + 1`,
      key,
    );
    await sql(
      'insert into audit.body select region, $2::bigint, salt, body from audit.body where region = $1 and sequence = $2::bigint + 1',
      key,
    );
    if (random(2) === 0) await rehash(region);
  },
  async swap(random, region, length) {
    const first = at(random, length - 1);
    const tables = random(2) === 0 ? ['body'] : ['entry', 'body'];
    for (const table of tables) {
      const move = `update audit.${table} set sequence = $3 where region = $1 and sequence = $2`;
      for (const [from, to] of [
        [first, -1],
        [first + 1, first],
        [-1, first + 1],
      ])
        await sql(move, [region, from, to]);
    }
    if (tables.length === 2 && random(2) === 0) await rehash(region);
  },
  async fork(random, region, length) {
    const key = [region, at(random, length)];
    await sql('update audit.entry set at = at where region = $1 and sequence >= $2', key);
    await sql(
      `update audit.entry set ${flip('commitment')} where region = $1 and sequence >= $2`,
      key,
    );
    await sql('delete from audit.body where region = $1 and sequence >= $2', key);
    await rehash(region);
  },
  async time(random, region, length) {
    const change = random(2) === 0 ? '+' : '-';
    const key = [region, at(random, length), `${1 + random(5_000)} milliseconds`];
    await sql(
      `update audit.entry set at = at ${change} $3::interval where region = $1 and sequence = $2`,
      key,
    );
    if (random(2) === 0) await rehash(region);
  },
  async cutTail(random, region, length) {
    const key = [region, at(random, length)];
    for (const table of ['entry', 'body'])
      await sql(`delete from audit.${table} where region = $1 and sequence >= $2`, key);
    if (random(2) === 0) await rehash(region);
    if (random(2) === 0)
      await sql('delete from audit.checkpoint_head where region = $1 and sequence >= $2', key);
  },
  async cutLog(random, region) {
    const key = [2 + random(4)];
    await sql('delete from audit.checkpoint_head where number >= $1', key);
    await sql('delete from audit.checkpoint where number >= $1', key);
    const kept = '(select coalesce(max(sequence), 0) from audit.checkpoint_head where region = $1)';
    await sql(`delete from audit.entry where region = $1 and sequence > ${kept}`, [region]);
    await sql(`delete from audit.body where region = $1 and sequence > ${kept}`, [region]);
    await rehash(region);
  },
  async checkpoint(random) {
    const columns = [
      flip('root'),
      flip('previous'),
      flip('signature'),
      "at = at + interval '1 ms'",
      "log = 'x'",
      'number = number + 90',
      "key_id = 'x'",
    ];
    await sql(
      `update audit.checkpoint set ${columns[random(columns.length)] ?? ''} where number = $1`,
      [1 + random(5)],
    );
  },
  async sealedHead(random, region) {
    const columns = [
      flip('hash'),
      flip('interval_root'),
      'sequence = sequence + 1',
      'from_sequence = from_sequence - 1',
      "region = '999999'",
    ];
    const set = random(6) === 0 ? null : columns[random(columns.length)];
    const { rows } = await sql('select number from audit.checkpoint_head where region = $1', [
      region,
    ]);
    const key = [region, (rows[random(rows.length)] as { number: string }).number];
    if (set == null)
      await sql('delete from audit.checkpoint_head where region = $1 and number = $2', key);
    else
      await sql(`update audit.checkpoint_head set ${set} where region = $1 and number = $2`, key);
  },
  async head(random, region) {
    const columns = [flip('hash'), 'sequence = sequence + 1', "at = at + interval '1 ms'"];
    const set = columns[random(columns.length)] ?? '';
    if (random(4) === 0) await sql('delete from audit.head where region = $1', [region]);
    else await sql(`update audit.head set ${set} where region = $1`, [region]);
  },
};

describe('a log', () => {
  it('that nobody tampered with is right, also as the role sees it that verifies', async () => {
    const whole = {
      regions: 3,
      entries: 20 + 13 + 6,
      ...{ expired: 0, erased: 0 },
      checkpoints: 5,
      newest: 5,
      cosigned: [],
      faults: [],
    };
    expect(await verify()).toEqual(whole);
    const seen = await withChainReader(database.urls.tongma_codes, (reader, snapshot) =>
      verifyLog({
        verifyRegions: sideBySide(reader, snapshot),
        ...{ reader, region: null, now: Date.now(), kept: null },
        keys: [database.checkpointKey],
      }),
    );
    expect(seen).toEqual(whole);
  });

  it(`shows each of ${TAMPERINGS} random tamperings (seed ${SEED})`, async () => {
    const random = randomOf(SEED);
    const names = Object.keys(TAMPER);
    const missed: string[] = [];
    const { rows } = await sql('select region, sequence from audit.head order by region');
    const heads = rows as { region: string; sequence: string }[];
    for (let n = 0; n < TAMPERINGS; n += 1) {
      const name = names[n % names.length] ?? '';
      const { region, sequence } = heads[random(heads.length)] ?? { region: '', sequence: '0' };
      await sql('begin');
      await TAMPER[name]?.(random, region, Number(sequence));
      const { faults } = await verify();
      if (faults.length === 0) missed.push(`${n} ${name} ${region}`);
      await sql('rollback');
    }
    expect(missed).toEqual([]);
  }, 600_000);

  it.each<[string, string, object]>([
    [
      'an edited entry',
      "update audit.entry set kind = 'X' where region = '330100' and sequence = 4",
      { fault: 'ENTRY_HASH', region: '330100', sequence: 4 },
    ],
    [
      'an edited body',
      "update audit.body set body = '{}' where region = '330100' and sequence = 4",
      { fault: 'BODY_CHANGED', region: '330100', sequence: 4 },
    ],
    [
      'a missing entry',
      "delete from audit.entry where region = '330100' and sequence = 4; delete from audit.body where region = '330100' and sequence = 4",
      { fault: 'ENTRY_MISSING', sequence: 4 },
    ],
    [
      'a missing body',
      "delete from audit.body where region = '330100' and sequence = 4",
      { fault: 'BODY_MISSING', sequence: 4 },
    ],
    [
      'a text without entry',
      "insert into audit.body values ('510000', 99, '', '{}')",
      { fault: 'BODY_UNKNOWN', region: '510000', sequence: 99 },
    ],
    [
      'a missing end',
      "delete from audit.entry where region = '330000' and sequence > 18; delete from audit.body where region = '330000' and sequence > 18",
      { fault: 'TAIL_CUT', region: '330000', sequence: 19 },
    ],
    [
      'a changed checkpoint',
      "update audit.checkpoint set root = 'x' where number = 3",
      { fault: 'CHECKPOINT_SIGNATURE', checkpoint: 3, sequence: null },
    ],
    [
      'missing checkpoints',
      'delete from audit.checkpoint_head where number > 3; delete from audit.checkpoint where number > 3',
      { fault: 'ROLLED_BACK', checkpoint: 4 },
    ],
  ])('names %s', async (_what, tamper, fault) => {
    await sql('begin');
    await sql(tamper);
    const { faults } = await verify();
    await sql('rollback');
    expect(faults[0]).toMatchObject(fault);
  });

  it('lets bodies be erased by a decision that is an entry itself', async () => {
    await sql('begin');
    await sql("delete from audit.body where region = '330000' and sequence between 3 and 5");
    expect((await verify()).faults).toMatchObject([{ fault: 'BODY_MISSING', sequence: 3 }]);
    const body = JSON.stringify({ action: 'BODIES_ERASED', detail: { from: 3, to: 5 } });
    const entry = { region: '330000', kind: 'BODIES_ERASED', body };
    await sql('select audit.append($1)', [JSON.stringify([entry])]);
    expect((await verify()).faults).toEqual([]);
    await sql('rollback');
  });
});
