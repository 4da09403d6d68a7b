import { getNamedType, isEnumType, isObjectType, type GraphQLNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathsOf, selectionOf } from '../access/paths.ts';
import { api } from '../access/matrix.ts';
import { documentWith, variablesOf } from '../access/documents.ts';
import { demo } from '../system/support/client.ts';
import type { Facts } from '../system/support/facts.ts';
import { recognizedAll } from '../system/support/recognize.ts';
import {
  attacker,
  prepareAttack,
  sendAs,
  type AttackedRegion,
} from '../system/support/personas.ts';
import { attacksOn } from './support/attacks.ts';

const attacks = attacksOn('08');
/** Types that say why a code is as it is, or what is known of a person's health or ways. */
const GROUNDS = [
  ...['DecisionReason', 'EvidenceReference', 'ColorDecision', 'TestResult', 'Declaration'],
  ...['CheckIn', 'IsolationOrder', 'ContactNotice', 'Vaccination', 'Stay', 'ResidentAccess'],
  'AuditEntry',
];
let facts: Readonly<Record<AttackedRegion, Facts>>;

beforeAll(async () => {
  facts = await prepareAttack();
});
afterAll(() => {
  attacks.report();
});

function reachable(type: GraphQLNamedType, seen = new Set<GraphQLNamedType>()) {
  if (seen.has(type)) return seen;
  seen.add(type);
  if (isObjectType(type)) {
    for (const field of Object.values(type.getFields())) reachable(getNamedType(field.type), seen);
  }
  return seen;
}

describe('who verifies learns no ground', () => {
  it('a verdict leads to no type that holds one', () => {
    for (const type of reachable(api.getType('Recognition')!)) {
      const bad = [...GROUNDS, 'ReasonClass', 'HealthCode', 'Resident'].includes(type.name);
      attacks.note(`Recognition leads to ${type.name}`, !bad);
      if (isEnumType(type)) continue;
    }
    expect(attacks.through()).toEqual([]);
  });

  it.each(['VERIFIER', 'PARTNER', 'CUSTOMER_SERVICE', 'LABORATORY'] as const)(
    '%s asks for each ground by every way that a case officer, a resident or an auditor has: refused',
    async (persona) => {
      const target = { facts: facts['330000'], person: facts['330000'].person };
      for (const ways of [pathsOf('CASE_OFFICER'), pathsOf('RESIDENT'), pathsOf('AUDITOR')]) {
        for (const [coordinate, path] of ways) {
          const ground = GROUNDS.includes(coordinate.split('.')[0]!);
          // What a laboratory has recorded itself, it is shown again.
          if (!ground || path.root === 'Mutation.recordTestResult') continue;
          const query = documentWith(path.root, selectionOf(path));
          const variables = variablesOf(path.root, target);
          const answer = await sendAs(attacker(persona), query, variables);
          attacks.graph(`${coordinate} as ${persona}`, answer, ['SCOPE_MISSING']);
        }
      }
      expect(attacks.through()).toEqual([]);
    },
  );

  it('a verdict on a code of any color, by any agreement, names no ground', async () => {
    const texts = demo().codes.map(({ text }) => text);
    const words =
      /symptom|detected|risk.area|contact|isolat|check.?in|override|test|症|阳|陽|检测|檢測|风险|風險|密接|隔离|隔離|打卡|OFFICIAL|ACCREDITED|"SELF"/i;
    for (const region of ['330000', '330100', '510000', '510100', '000000']) {
      for (const { receipt, ...verdict } of await recognizedAll(texts, region)) {
        expect(receipt).not.toBe('');
        const { reasons, ...rest } = verdict;
        const conditions = reasons.filter(
          ({ ruleId }: { ruleId: string }) => ruleId !== 'NEGATIVE-48H',
        );
        const said = JSON.stringify([rest, conditions]);
        attacks.note(`${region}: ${words.exec(said)?.[0] ?? ''}`, !words.test(said));
        const ids = /\d{6}-[0-9A-Z]{26}/i.test(said);
        attacks.note(`${region}: an id`, !ids);
      }
    }
    expect(attacks.through()).toEqual([]);
  });
});
