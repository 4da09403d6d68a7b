import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { freePort } from '../../../cli/embedded/free-port.ts';
import { send, tokenOf, tokenOfPartner } from '../support/client.ts';
import { startCollector, type CollectedSpan, type Collector } from '../support/collector.ts';
import { ready, startPart, stopPart, type StartedPart } from '../support/parts.ts';
import { somebody } from '../support/people.ts';
import type { Part } from '../support/provided.ts';

const SUBGRAPHS = ['residents', 'health-records', 'travel-history', 'codes'] as const;
const REGISTER =
  'mutation($input: RegisterResidentInput!) { registerResident(input: $input) { id } }';
const REVIEW =
  'mutation($input: ReviewRegistrationInput!) { reviewRegistration(input: $input) { state } }';
const RESIDENT = `query($id: ID!) { resident(id: $id) {
  id division { name } latestTest { result } recentStays(days: 14) { division } code { state } } }`;
const STAY = 'mutation($input: DeclareStayInput!) { declareStay(input: $input) { id } }';
const RECOGNIZE = 'query($input: RecognizeCodeInput!) { recognizeCode(input: $input) { outcome } }';
/** What a client sends along that nobody asked it for. */
const HOSTILE_TRACE = 'deadbeefdeadbeefdeadbeefdeadbeef';

const { environments } = inject('tongma');
const started: StartedPart[] = [];
/** What says who somebody is, or lets one be somebody. */
const secrets: string[] = [];
let collector: Collector;

async function start(part: Part, origin: string, more: Record<string, string>): Promise<void> {
  const env = { ...environments[part], ...more, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  const one = startPart(part, env);
  started.push(one);
  await ready(one, origin);
}

beforeAll(async () => {
  collector = await startCollector();
  const ports = await Promise.all(SUBGRAPHS.map(() => freePort()));
  const origins = ports.map((port) => `http://127.0.0.1:${port}`);
  const variable = (part: string) => part.toUpperCase().replace('-', '_');
  await Promise.all(
    SUBGRAPHS.map((part, at) =>
      start(part, origins[at] ?? '', { [`${variable(part)}_PORT`]: String(ports[at]) }),
    ),
  );
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  await start('gateway', origin, {
    ...Object.fromEntries(
      SUBGRAPHS.map((part, at) => [`${variable(part)}_URL`, origins[at] ?? '']),
    ),
    PORT: String(port),
  });
  await journey(`${origin}/graphql`);
  await Promise.all(started.splice(0).map(stopPart)); // they send what they still have
});

afterAll(async () => {
  await Promise.all(started.splice(0).map(stopPart));
  await collector.close();
});

/** Registers a person, reads and recognizes, with what is the person's in all places it can stand. */
async function journey(url: string): Promise<void> {
  const desk = await tokenOf('desk-330000');
  const reviewer = await tokenOf('reviewer-330000');
  const officer = await tokenOf('case-officer-330000');
  const partner = await tokenOfPartner();
  const input = { ...somebody('330106'), name: '踪迹难寻', phone: '13900001234' };
  const traced = { traceparent: `00-${HOSTILE_TRACE}-00f067aa0ba902b7-01` };
  const registered = await send(url, desk, REGISTER, { input }, traced);
  const residentId = String(registered.data?.registerResident.id);
  await send(url, reviewer, REVIEW, { input: { residentId, decision: 'APPROVE' } });
  expect((await send(url, officer, RESIDENT, { id: residentId })).errors).toBeUndefined();
  const number = input.documentNumber;
  const named = `query of_${number} { a_${number}: resident(id: "${residentId}") { id } }`;
  expect((await send(url, officer, named)).errors).toBeUndefined();
  const stay = { residentId, division: number, arrivedAt: new Date().toISOString() };
  expect((await send(url, desk, STAY, { input: stay })).errors).toBeDefined();
  const text = `HCN1:${number}`;
  await send(url, partner, RECOGNIZE, { input: { text, region: '330000', purpose: 'ENTRY' } });
  await fetch(`${new URL(url).origin}/my/${number}?name=${input.name}`);
  await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${number}` }, body: '{}' });
  secrets.push(...[input.name, number, input.phone, input.birthDate, residentId, text]);
  secrets.push(...[desk, reviewer, officer, partner].map((token) => token.split('.')[2] ?? ''));
  secrets.push('desk-330000', 'case-officer-330000', HOSTILE_TRACE);
}

function above(span: CollectedSpan): CollectedSpan | undefined {
  return collector.spans.find(({ spanId }) => spanId === span.parentSpanId);
}

/** A span and all that it is part of, outermost first. */
function pathOf(span: CollectedSpan): readonly CollectedSpan[] {
  const parent = above(span);
  return [...(parent ? pathOf(parent) : []), span];
}

it('one trace leads from a request at the gateway to the statements of each subgraph', () => {
  const paths = collector.spans
    .filter(({ attributes }) => attributes['db.operation.name'] !== undefined)
    .map(pathOf);
  for (const name of SUBGRAPHS) {
    const path = paths.find((one) => one.length > 5 && one.at(-1)?.service === `tongma-${name}`);
    expect(path?.map(({ service, name: called }) => [service, called])).toEqual([
      ['tongma-gateway', 'POST /graphql'],
      ['tongma-gateway', 'operation'],
      ['tongma-gateway', `ask ${name}`],
      [`tongma-${name}`, 'POST /graphql'],
      [`tongma-${name}`, 'operation'],
      [`tongma-${name}`, expect.stringMatching(/^[A-Z]+$/)],
    ]);
    expect(new Set(path?.map(({ traceId }) => traceId)).size).toBe(1);
  }
});

it('says what came of an operation, and of an ad-hoc one nothing but that it is one', () => {
  const operations = collector.spans.filter(
    ({ service, name }) => service === 'tongma-gateway' && name === 'operation',
  );
  const outcomes = operations.map(({ attributes }) => attributes['tongma.outcome']);
  expect(new Set(outcomes)).toEqual(new Set(['OK', 'BAD_USER_INPUT']));
  for (const { attributes } of operations) {
    expect(attributes['graphql.operation.name']).toBe('ad-hoc');
  }
});

it('nothing of a person, of an account or of a token stands in any span', () => {
  expect(collector.spans.length).toBeGreaterThan(50);
  const found = secrets.map((secret, at) => [at, collector.text().includes(secret)] as const);
  expect(found.filter(([, stands]) => stands)).toEqual([]);
  const keys = new Set(collector.spans.flatMap(({ attributes }) => Object.keys(attributes)));
  expect([...keys].sort()).toEqual([
    ...['db.operation.name', 'db.system.name', 'graphql.operation.name'],
    ...['graphql.operation.type', 'http.request.method', 'http.response.status_code'],
    ...['http.route', 'tongma.outcome', 'tongma.subgraph'],
  ]);
});
