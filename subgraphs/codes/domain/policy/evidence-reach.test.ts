import { describe, expect, it } from 'vitest';
import type { Condition, Policy } from '../color/policy.ts';
import { evidenceReach } from './evidence-reach.ts';

const NOW = new Date('2022-07-10T00:00:00.000Z');
const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

/** A policy of a region with a rule for each of some conditions. */
function policy(
  conditions: readonly Condition[],
  { version = 1, region = '330000', from = -30, to = null as number | null } = {},
): Policy {
  const rules = conditions.map((condition, at) => ({
    ...{ id: `R${at}`, version: 1, condition, color: 'RED' as const },
    exit: { kind: 'AFTER' as const, n: 1, unit: 'DAY' as const },
    text: { ZH_HANS: '', ZH_HANT: '', EN: '' },
  }));
  const valid = { validFrom: day(from), validTo: to === null ? null : day(to) };
  return { region, version, ...valid, statusMaxAgeMinutes: 60, rules };
}

const symptom: Condition = { kind: 'SYMPTOM', terms: ['FEVER'], days: 5 };
const result: Condition = { kind: 'DETECTED_RESULT', days: 10 };
const stay: Condition = { kind: 'RISK_AREA_STAY', level: 'HIGH', days: 14 };
const lapsed: Condition = { kind: 'CHECK_INS_LAPSED', days: 3 };

describe('how far rules reach back', () => {
  it.each([
    ['nothing is read', [policy([])], [0, 2, 2]],
    ['a result is read', [policy([result, symptom])], [0, 12, 2]],
    ['what leads out of a stay is a result', [policy([result, stay])], [16, 16, 2]],
    ['a duty lasts beyond its ground', [policy([result, stay, lapsed])], [19, 19, 5]],
    ['a version to come', [policy([result]), policy([stay], { version: 2, from: 9 })], [16, 16, 2]],
    ['a version that was followed', [policy([stay]), policy([result], { version: 2 })], [0, 12, 2]],
    ['a version that has ended', [policy([stay], { to: -1 })], [0, 2, 2]],
    ['another region', [policy([result]), policy([stay], { region: '510000' })], [16, 16, 2]],
  ])('%s', (_what, policies, expected) => {
    const { movement, others, orders } = evidenceReach(policies, NOW);
    expect([movement, others, orders]).toEqual(expected);
  });
});
