import type { EntityManager } from '@mikro-orm/postgresql';
import { bulkLoad } from '../../kit/bulk-load.ts';
import { run } from '../../kit/query.ts';
import { rowSet } from '../../kit/row-set.ts';
import type { Decided } from '../domain/code/decide-code.ts';
import type { ColorDecision } from '../domain/code/health-code.ts';

const COLUMNS = [
  ...['region', 'id', 'code_id', 'resident_id', 'chunk_id'],
  ...['from_state', 'from_color', 'to_state', 'to_color', 'detail'],
  ...['policy_version', 'decided_at', 'look_again_at'],
];

async function addDecisions(em: EntityManager, decisions: readonly ColorDecision[]) {
  const rows = decisions.map((one) => [
    ...[one.region, one.id, one.codeId, one.residentId, one.chunkId],
    ...[one.fromState, one.fromColor, one.toState, one.toColor],
    { reasons: one.reasons, nextSteps: one.nextSteps, missing: one.missing },
    ...[one.policyVersion, one.decidedAt, one.lookAgainAt],
  ]);
  await bulkLoad(em, 'codes.color_decision', COLUMNS, rows);
}

/** The codes meant, by name: a join alone may read all codes of the region to find a thousand. */
const THESE = 'c.region = $1 and c.id = any($2::text[]) and c.id = v.id';

const MOVED = {
  ...{ id: 'text', state: 'text', color: 'text', policy_version: 'int' },
  ...{ decided_at: 'timestamptz', look_again_at: 'timestamptz' },
};

async function moveCodes(
  em: EntityManager,
  region: string,
  decisions: readonly ColorDecision[],
): Promise<void> {
  const rows = decisions.map((one) => [
    ...[one.codeId, one.toState, one.toColor, one.policyVersion, one.decidedAt, one.lookAgainAt],
  ]);
  const { sql, params } = rowSet(MOVED, rows, { name: 'v', first: 3 });
  await run(
    em,
    `update codes.health_code c
     set state = v.state, color = v.color, policy_version = v.policy_version,
         decided_at = v.decided_at, look_again_at = v.look_again_at,
         decisions_since = coalesce(c.decisions_since, c.decided_at)
     from ${sql} where ${THESE}`,
    [region, decisions.map(({ codeId }) => codeId), ...params],
  );
}

const LOOKS = { id: 'text', look_again_at: 'timestamptz' };

async function moveLooks(
  em: EntityManager,
  region: string,
  decided: readonly Decided[],
): Promise<void> {
  const rows = decided.map(({ code, lookAgainAt }) => [code.id, lookAgainAt]);
  const { sql, params } = rowSet(LOOKS, rows, { name: 'v', first: 3 });
  await run(
    em,
    `update codes.health_code c set look_again_at = v.look_again_at from ${sql} where ${THESE}`,
    [region, decided.map(({ code }) => code.id), ...params],
  );
}

function looksElsewhen({ code, lookAgainAt }: Decided): boolean {
  return code.lookAgainAt?.getTime() !== lookAgainAt?.getTime();
}

/** Writes what was decided: three statements at most, however many codes. */
export async function saveDecided(
  em: EntityManager,
  region: string,
  decided: readonly Decided[],
): Promise<void> {
  const decisions = decided.flatMap(({ decision }) => decision ?? []);
  if (decisions.length > 0) {
    await addDecisions(em, decisions);
    await moveCodes(em, region, decisions);
  }
  const looks = decided.filter((one) => one.decision === null && looksElsewhen(one));
  if (looks.length > 0) await moveLooks(em, region, looks);
}
