import { Client } from 'pg';
import { ISSUER } from '../recognize/codes.ts';
import type { BenchTongma } from '../recognize/tongma.ts';
import { filled } from '../recolor/world.ts';

const id = (kind: string) => `'${ISSUER}-' || upper(substr(md5('${kind}' || n), 1, 26))`;

/**
 * Fills the issuing region up with codes, each with a token that nobody shows; gives ids of `asked`
 * codes, from all over it. As nobody whom row security binds: rows as issuing would make them.
 */
export async function fillCodes(
  { urls, secrets }: BenchTongma,
  codes: number,
  asked: number,
): Promise<string[]> {
  const superuser = new URL(urls.tongma_owner);
  superuser.username = 'postgres';
  superuser.password = secrets.superuserPassword;
  const client = new Client({ connectionString: superuser.href });
  await client.connect();
  try {
    await client.query("set maintenance_work_mem = '512MB'; set synchronous_commit = off");
    await filled(client, 'codes.health_code', async () => {
      await client.query(
        `insert into codes.health_code
           (region, id, resident_id, state, color, masked_name, birth_month_day, held_by_proxy,
            policy_version, decided_at, created_at)
         select '${ISSUER}', ${id('code')}, ${id('resident')}, 'ACTIVE', 'GREEN', '周*甲', '0203',
           false, 1, now(), now() from generate_series(1, ${codes}) n`,
      );
    });
    await filled(client, 'codes.code_token', async () => {
      // A day has places for a million tokens: yesterday and before have some too.
      await client.query(
        `insert into codes.code_token
           (region, cti, code_id, resident_id, kind, status_index, issued_on, issued_at, expires_at)
         select '${ISSUER}', decode(substr(md5('token' || n), 1, 16), 'hex'), ${id('code')},
           ${id('resident')}, 'PAPER', n % 1000000,
           to_char(now() - (1 + n / 1000000) * interval '1 day', 'YYYY-MM-DD'),
           now() - (1 + n / 1000000) * interval '1 day', now() + interval '25 days'
         from generate_series(${asked + 1}, ${codes}) n`,
      );
    });
    const { rows } = await client.query<{ id: string }>(
      `select id from codes.health_code where region = '${ISSUER}' and masked_name = '周*甲'
         and color = 'GREEN' order by md5(id) limit ${asked}`,
    );
    return rows.map((row) => row.id);
  } finally {
    await client.end();
  }
}

/** Puts tokens in the order of their random ids, so that those which are asked lie among all. */
export async function scatterTokens({ urls, secrets }: BenchTongma): Promise<void> {
  const superuser = new URL(urls.tongma_owner);
  superuser.username = 'postgres';
  superuser.password = secrets.superuserPassword;
  const client = new Client({ connectionString: superuser.href });
  await client.connect();
  try {
    await client.query('cluster codes.code_token using code_token_pkey');
    await client.query('vacuum analyze codes.code_token');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}
