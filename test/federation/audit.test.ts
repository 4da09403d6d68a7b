import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abstractTypes } from './cases/abstract-types.ts';
import { entities } from './cases/entities.ts';
import { firstFederation } from './cases/first-federation.ts';
import { interfaceEntities } from './cases/interface-entities.ts';
import { keys } from './cases/keys.ts';
import { requires } from './cases/requires.ts';
import { documents } from './cases/documents.ts';
import { errors } from './cases/errors.ts';
import { mutations } from './cases/mutations.ts';
import { sharing } from './cases/sharing.ts';
import type { Case, CaseGroup } from './support/case.ts';
import { start, type Answer, type Engine, type EngineName } from './support/engines.ts';

const GROUPS: readonly CaseGroup[] = [
  entities,
  keys,
  abstractTypes,
  interfaceEntities,
  requires,
  sharing,
  documents,
  mutations,
  firstFederation,
  errors,
];
const ENGINES: readonly EngineName[] = ['ours', 'stock'];

const place = ({ path }: { readonly path?: unknown }) => JSON.stringify(path ?? null);

/** The part of an answer that a case says, errors in the order of their places. */
function comparable({ data, errors = [] }: Answer) {
  const said = errors.map(({ path, message }) => ({ ...(path && { path }), message }));
  const inOrder = said.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  return { ...(data !== undefined && { data }), errors: inOrder };
}

function rightAnswer({ data, errors = [] }: Case) {
  return comparable({
    ...(data !== undefined && { data }),
    // What no case says is each engine's own.
    errors: errors.map((error) => ({ message: expect.any(String) as string, ...error })),
  });
}

describe.each(GROUPS)('$title', ({ subgraphs, cases }) => {
  describe.each(ENGINES)('through %s', (name) => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await start(name, subgraphs());
    });
    afterAll(() => engine.close());

    it.each(cases)('$title', async (one) => {
      const { query, variables, operationName, asks, otherwise, wrong } = one;
      const answer = await engine.ask({ query, variables, operationName });
      const asked = engine.asked().toSorted();
      const given = comparable(answer);
      if (wrong?.[name] !== undefined) {
        expect(given).not.toEqual(rightAnswer(one)); // once it is right, this is to go
        return;
      }
      if (otherwise?.[name] !== undefined) {
        // Only of errors may it say otherwise; once it is right, what is said of it is wrong.
        expect(given.data).toEqual(one.data);
        expect(given).not.toEqual(rightAnswer(one));
        return;
      }
      expect(given).toEqual(rightAnswer(one));
      if (asks) expect(asked).toEqual(asks);
    });
  });
});
