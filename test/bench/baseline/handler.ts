// Baseline: recognition as a hand-written HTTP handler. The same ES256 check, asynchronous, and the
// same prepared look-up as Tongma's; one request, one check, one query. No GraphQL, no access token,
// no agreement or policy, no reasons, no receipt.
// Environment: PORT, RECOGNIZE_URL (role tongma_recognize), POOL_MAX, KEYS_FILE.
import { Pool } from 'pg';
import { CLAIM, serveTokens } from './serve-tokens.ts';

interface StatusRow {
  readonly state: string;
  readonly color: string | null;
  readonly horizon: Date | null;
}

const pool = new Pool({
  connectionString: process.env['RECOGNIZE_URL'],
  max: Number(process.env['POOL_MAX']),
});

serveTokens(async (claims) => {
  const { rows } = await pool.query<StatusRow>({
    name: 'status_of',
    text: 'select cti, state, color, horizon from codes.status_of($1, $2)',
    values: [claims.get(CLAIM.iss), [claims.get(CLAIM.cti)]],
  });
  const [row] = rows;
  const known = row?.state === 'ACTIVE' && row.color !== null;
  const expires = Number(claims.get(CLAIM.exp)) * 1_000;
  return {
    pass: known && row.color === 'GREEN',
    outcome: known ? 'RECOGNIZED' : 'NOT_RECOGNIZED',
    color: row?.color ?? null,
    validUntil: new Date(Math.min(expires, row?.horizon?.getTime() ?? Infinity)).toISOString(),
  };
});
