import type { EntityManager } from '@mikro-orm/postgresql';
import { listOf, literal, valuesOf } from '../../kit/rows-sql.ts';
import type { Decided } from '../domain/code/decide-code.ts';
import type { ColorDecision } from '../domain/code/health-code.ts';

async function addDecisions(em: EntityManager, decisions: readonly ColorDecision[]) {
  const rows = decisions.map((one) => [
    ...[one.region, one.id, one.codeId, one.residentId, one.chunkId],
    ...[one.fromState, one.fromColor, one.toState, one.toColor],
    { reasons: one.reasons, nextSteps: one.nextSteps, missing: one.missing },
    ...[one.policyVersion, one.decidedAt, one.lookAgainAt],
  ]);
  await em.execute(
    `insert into codes.color_decision
       (region, id, code_id, resident_id, chunk_id, from_state, from_color, to_state, to_color,
        detail, policy_version, decided_at, look_again_at)
     values ${valuesOf(rows)}`,
  );
}

async function moveCodes(
  em: EntityManager,
  region: string,
  decisions: readonly ColorDecision[],
): Promise<void> {
  const rows = decisions.map((one) => [
    ...[one.codeId, one.toState, one.toColor, one.policyVersion, one.decidedAt, one.lookAgainAt],
  ]);
  await em.execute(
    `update codes.health_code c
     set state = v.state, color = v.color, policy_version = v.policy_version::int,
         decided_at = v.decided_at::timestamptz, look_again_at = v.look_again_at::timestamptz
     from (values ${valuesOf(rows)})
       as v (id, state, color, policy_version, decided_at, look_again_at)
     where ${these(
       region,
       decisions.map(({ codeId }) => codeId),
     )}`,
  );
}

async function moveLooks(
  em: EntityManager,
  region: string,
  decided: readonly Decided[],
): Promise<void> {
  const rows = decided.map(({ code, lookAgainAt }) => [code.id, lookAgainAt]);
  await em.execute(
    `update codes.health_code c set look_again_at = v.look_again_at::timestamptz
     from (values ${valuesOf(rows)}) as v (id, look_again_at)
     where ${these(
       region,
       decided.map(({ code }) => code.id),
     )}`,
  );
}

function looksElsewhen({ code, lookAgainAt }: Decided): boolean {
  return code.lookAgainAt?.getTime() !== lookAgainAt?.getTime();
}

/** The codes meant, by name: a join alone may read all codes of the region to find a thousand. */
function these(region: string, ids: readonly string[]): string {
  return `c.region = ${literal(region)} and c.id = v.id and c.id in ${listOf(ids)}`;
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
