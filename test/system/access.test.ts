import { beforeAll, describe, expect, it } from 'vitest';
import { PERSONAS, type Persona } from '../access/decisions.ts';
import { committedMatrix, isRoot, personasOf } from '../access/matrix.ts';
import { documentOf, variablesOf } from '../access/documents.ts';
import { ARGUMENTS, isOfAnotherKind, NATIONAL, type Target } from '../access/operations.ts';
import { asFound } from './support/found.ts';
import type { Facts } from './support/facts.ts';
import {
  attacker,
  codeOf,
  prepareAttack,
  sendAs,
  type AttackedRegion,
} from './support/personas.ts';

const matrix = committedMatrix();
const ROOTS = Object.keys(matrix).filter(isRoot);
const HOME: AttackedRegion = '330000';
const AWAY: AttackedRegion = '510000';
/** Refusals that say: this is not yours to ask. */
const ACCESS = ['SCOPE_MISSING', 'REGION_OUT_OF_SCOPE', 'PURPOSE_NOT_ALLOWED', 'NOT_FOUND'];

let facts: Readonly<Record<AttackedRegion, Facts>>;

beforeAll(async () => {
  facts = await prepareAttack();
});

/** What a persona asks about in a region: residents about themselves, in the other about others. */
function target(persona: Persona, region: AttackedRegion): Target {
  const own = persona === 'RESIDENT' || persona === 'GUARDIAN' ? facts[region].own[persona] : null;
  return { facts: facts[region], person: own ?? facts[region].person };
}

async function asked(coordinate: string, persona: Persona, region: AttackedRegion) {
  const variables = variablesOf(coordinate, target(persona, region));
  return sendAs(attacker(persona, HOME), documentOf(coordinate), variables);
}

describe('every root field, asked as every role', () => {
  it('has arguments to be asked with', () => {
    expect(ROOTS.filter((one) => !ARGUMENTS[one])).toEqual([]);
    expect(Object.keys(ARGUMENTS).filter((one) => !ROOTS.includes(one))).toEqual([]);
  });

  it('is refused to whom the matrix does not give it, in the own region and elsewhere', async () => {
    const faults: string[] = [];
    let attacks = 0;
    for (const coordinate of ROOTS) {
      const others = PERSONAS.filter((one) => !personasOf(matrix[coordinate]!).includes(one));
      const attempts = others.flatMap((persona) =>
        [HOME, AWAY].map(async (region) => {
          attacks += 1;
          const code = codeOf(await asked(coordinate, persona, region));
          if (code !== 'SCOPE_MISSING') faults.push(`${coordinate} as ${persona}: ${String(code)}`);
        }),
      );
      await Promise.all(attempts);
    }
    console.log(`matrix: ${attacks} attacks, ${attacks - faults.length} refused`);
    expect(faults).toEqual([]);
  });

  it('gives elsewhere what the matrix says', async () => {
    const faults: string[] = [];
    let asks = 0;
    for (const coordinate of ROOTS) {
      const { elsewhere } = matrix[coordinate]!;
      for (const persona of personasOf(matrix[coordinate]!)) {
        asks += 1;
        const answer = await asked(coordinate, persona, AWAY);
        const found = asFound(answer);
        const same =
          elsewhere === 'OWN_ONLY'
            ? ['ANSWERED', 'EMPTY'].includes(found)
            : elsewhere?.split(' ').includes(found);
        if (!same) faults.push(`${coordinate} as ${persona}: ${found}, not ${String(elsewhere)}`);
      }
    }
    console.log(`matrix: ${asks} questions about elsewhere`);
    expect(faults).toEqual([]);
  });

  it('is answered in the own region, or refused for another reason than access', async () => {
    const faults: string[] = [];
    let asks = 0;
    for (const coordinate of ROOTS) {
      for (const persona of personasOf(matrix[coordinate]!)) {
        asks += 1;
        const found = asFound(await asked(coordinate, persona, HOME));
        const isRefused = ACCESS.includes(found) || found === 'NULL';
        const refuses = NATIONAL.has(coordinate) || isOfAnotherKind(coordinate, persona);
        if (isRefused !== refuses || found === 'INTERNAL') {
          faults.push(`${coordinate} as ${persona}: ${found}`);
        }
      }
    }
    console.log(`matrix: ${asks} questions about the own region`);
    expect(faults).toEqual([]);
  });
});
