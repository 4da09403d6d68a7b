import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ALL, SEED } from '../sample.ts';
import { ask, demo } from './support/client.ts';
import type { Facts } from './support/facts.ts';
import { generatedQueries, type GeneratedQuery } from './support/generated-queries.ts';
import type { Pool } from './support/generated-values.ts';
import { ATTACKERS, prepareAttack, sendAs, type AttackedRegion } from './support/personas.ts';

const QUERIES = ALL ? 50_000 : 2_000;
const AT_ONCE = 6;
const HOME: AttackedRegion = '330000';
/** Ids, accounts and agencies of the other province and of its city. */
const FOREIGN = /51\d{4}-[0-9a-z]{26}|[a-z]-51\d{4}\b/i;
const OWN = /33\d{4}-[0-9a-z]{26}/i;
const officials = ATTACKERS.filter(
  ({ region, persona }) =>
    region === HOME && !['RESIDENT', 'GUARDIAN', 'PARTNER', 'VERIFIER'].includes(persona),
);

let pool: Pool;
let foreign: RegExp;

/** Ids that a region's officials find in their lists, and those that were prepared, by what they are of. */
async function idsOf(region: AttackedRegion, facts: Facts): Promise<[kind: string, id: string][]> {
  const people =
    '{ registrations(state: REGISTERED, first: 30) { nodes { id code { id decisions { nodes { id } } } } } }';
  const waiting = '{ declarations(first: 20) { nodes { id } } }';
  const reviewer = `reviewer-${region}`;
  const { registrations } = await ask(reviewer, people);
  const { declarations } = await ask(reviewer, waiting);
  const found = new Map<string, string>();
  const note = (kind: string, value: unknown) =>
    JSON.stringify(value ?? null).replace(/\d{6}-[0-9a-z]{26}/gi, (id) => {
      if (!found.has(id)) found.set(id, kind);
      return id;
    });
  for (const { id, code } of registrations.nodes) {
    note('resident', id);
    note('code', code?.id);
    note('decision', code?.decisions);
  }
  note('declaration', declarations);
  for (const part of [facts, facts.person, facts.own.RESIDENT, facts.own.GUARDIAN]) {
    for (const [name, value] of Object.entries(part)) note(name.replace(/Id$/, ''), value);
  }
  const accounts = [`desk-${region}`, `administrator-${region}`, facts.accountId];
  return [
    ...[...found].map(([id, kind]): [string, string] => [kind, id]),
    ...accounts.map((id): [string, string] => ['account', id]),
    ...[`health-commission-${region}`, facts.kid].map((id): [string, string] => ['other', id]),
  ];
}

beforeAll(async () => {
  const facts = await prepareAttack();
  const ids = [
    ...(await idsOf('330000', facts['330000'])),
    ...(await idsOf('510000', facts['510000'])),
  ];
  const people = Object.values(facts).flatMap(({ person, own }) => [person, own.RESIDENT]);
  const texts = demo().codes.map(({ text }) => text);
  const byKind = Object.groupBy(ids, ([kind]) => kind);
  pool = {
    ids: [...new Set(ids.map(([, id]) => id))],
    idsOf: Object.fromEntries(
      Object.entries(byKind).map(([kind, some = []]) => [kind, some.map(([, id]) => id)]),
    ),
    texts: [...texts, facts['510000'].text],
    people: people.map(({ name, documentNumber }) => ({ name, documentNumber })),
  };
  foreign = new RegExp(`${FOREIGN.source}|${facts['510000'].kid}`, 'i');
});

describe(`${QUERIES} generated queries of officials of one region`, () => {
  it('answer no id of another region, and fail in no unknown way', async () => {
    const leaks: string[] = [];
    const codes = new Map<string, number>();
    let [done, own, batch] = [0, 0, 0];

    async function run({ by, query, variables, fields }: GeneratedQuery): Promise<void> {
      const answer = await sendAs(by, query, variables);
      done += fields;
      for (const { extensions } of answer.errors ?? []) {
        const code = String(extensions['code']);
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
      const text = JSON.stringify(answer);
      if (OWN.test(text)) own += 1;
      const failed = (answer.errors ?? []).some(
        ({ extensions }) => extensions['code'] === 'INTERNAL',
      );
      const found = foreign.exec(text);
      if (found || failed) {
        leaks.push(
          `${found ? 'leak' : 'INTERNAL'} ${by.persona}: ${query} ${JSON.stringify(variables)}`,
        );
      }
    }

    while (done < QUERIES && leaks.length === 0) {
      const numRuns = AT_ONCE * 4;
      const queue = fc.sample(generatedQueries(officials, pool), { numRuns, seed: SEED + batch });
      batch += 1;
      const worker = async () => {
        for (let next = queue.pop(); next; next = queue.pop()) await run(next);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    }
    console.log(`regions: seed ${SEED}, ${done} queries, ${own} documents with ids of their own`);
    console.log(Object.fromEntries(codes));
    expect(leaks).toEqual([]);
    // The generator reaches what it is for.
    expect(own).toBeGreaterThan(QUERIES / 40);
  }, 3_600_000);
});
