import { readFileSync } from 'node:fs';
import { setImmediate as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import type { GrantsOf } from '../auth/grants.ts';
import { tokenBuckets } from '../limits/token-bucket.ts';
import { createGateway } from '../server.ts';
import { readTrustedDocuments, type TrustedDocuments } from '../session/trusted-documents.ts';
import type { Engine } from './engine.ts';
import { openEngines, type Engines } from './engines.ts';

const supergraphSdl = readFileSync(
  new URL('../../schema/supergraph.graphql', import.meta.url),
  'utf8',
);
const documents = await readTrustedDocuments(
  new URL('../../console/src/gql/persisted-documents.json', import.meta.url),
);
const REGIONS: TrustedDocuments = new Map([['a', 'query Regions { regions { id } }']]);
const UNFIT: TrustedDocuments = new Map([...REGIONS, ['b', 'query Nothing { nothing }']]);

const asked: string[] = [];
const plans: boolean[] = [];
const identity: Identity = {
  ...{ kind: 'PARTNER', subject: 'a', scopes: [], grants: [], regions: [], residents: [] },
  ...{ purposes: [], agency: null },
};
let engines: Engines | undefined;

afterEach(async () => {
  await engines?.close();
  asked.length = 0;
  plans.length = 0;
});

async function engine(
  known: TrustedDocuments,
  wait: Promise<undefined> = Promise.resolve(undefined),
): Promise<Engine> {
  const clients = ['residents', 'health-records', 'travel-history', 'codes'].map((name) => ({
    name,
    async execute() {
      asked.push(name);
      await wait;
      return { data: { regions: [{ id: 'A' }] } };
    },
    reaches: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  }));
  const grantsOf: GrantsOf = Object.assign(() => Promise.resolve(identity), {
    forget: () => undefined,
  });
  const apollo = createGateway({
    ...{ supergraphSdl, clients, log: createLog('gateway', 'silent') },
    guard: {
      grantsOf,
      refusals: { note: () => Promise.resolve(), close: () => Promise.resolve() },
      limits: { costMax: 1_000, rates: tokenBuckets(1_000) },
    },
    onPlan: (isKnown) => plans.push(isKnown),
  });
  await apollo.start();
  return { apollo, documents: known };
}

/** Asks for regions on whichever engine answers now; what it said, and whose documents it had. */
function ask() {
  return engines!.use(async (one) => {
    const query = REGIONS.get('a') ?? '';
    const { body } = await one.apollo.executeOperation(
      { query, operationName: 'Regions' },
      { contextValue: { requestId: 'r', identity } },
    );
    const said = body.kind === 'single' ? body.singleResult.data : null;
    return { said, documents: one.documents };
  });
}

async function warmed(): Promise<void> {
  while (!engines!.warmed()) await pause();
}

const log = createLog('gateway', 'silent');

it('every document of the console is planned before it is said to be ready, and nobody is asked', async () => {
  const lines: unknown[] = [];
  const noting = Object.assign(createLog('gateway', 'silent'), {
    error: (line: unknown) => lines.push(line),
  });
  engines = await openEngines(() => engine(documents), noting);
  expect(engines.warmed()).toBe(false);
  await warmed();
  expect([asked, plans, lines]).toEqual([[], [], []]);
});

it('what was planned then is known when it is asked', async () => {
  engines = await openEngines(() => engine(REGIONS), log);
  await warmed();
  expect((await ask()).said).toEqual({ regions: [{ id: 'A' }] });
  expect(plans).toEqual([true]);
});

it('what is under way ends on the engine it began on; what comes then is answered by the next', async () => {
  const slow = Promise.withResolvers<undefined>();
  const first = await engine(REGIONS, slow.promise);
  const second = await engine(new Map(REGIONS));
  const made = [first, second];
  engines = await openEngines(() => Promise.resolve(made.shift() ?? second), log);
  const begun = ask();
  expect(await engines.reload()).toBe(true);
  expect((await ask()).documents).toBe(second.documents);
  expect(first.apollo.assertStarted.bind(first.apollo, 'a test')).not.toThrow();
  slow.resolve(undefined);
  expect(await begun).toEqual({ said: { regions: [{ id: 'A' }] }, documents: first.documents });
  await expect
    .poll(() =>
      first.apollo.executeOperation({ query: '{ regions { id } }' }).then(
        () => 'answers',
        () => 'stopped',
      ),
    )
    .toBe('stopped');
});

it.each<[string, () => Promise<Engine>]>([
  ['files that cannot be read', () => Promise.reject(new Error('Syntax Error'))],
  ['documents that the supergraph does not answer', () => engine(UNFIT)],
])('%s are refused, and the engine before goes on', async (_title, next) => {
  const lines: unknown[] = [];
  const noting = Object.assign(createLog('gateway', 'silent'), {
    error: (line: unknown) => lines.push(line),
  });
  const first = await engine(REGIONS);
  const reads = [() => Promise.resolve(first), next];
  engines = await openEngines(() => reads.shift()!(), noting);
  expect(await engines.reload()).toBe(false);
  expect((await ask()).documents).toBe(first.documents);
  expect(lines).toEqual([expect.objectContaining({ alarm: 'NOT_RELOADED' })]);
});
