// The attack, a process of its own: sends hostile requests over kept connections until its standard
// input ends, and prints how many of each status came back. Reads an AttackTask as its first line.
import { createInterface } from 'node:readline';
import { Pool } from 'undici';
import type { AttackTask } from './attack-task.ts';
import { bomb, times } from '../../../gateway/limits/document-fakes.ts';

const DOCUMENTS = [
  `{ ${times(101, (n) => `a${n}: __typename`)} }`,
  `{ regions { id ${'@skip(if: false) '.repeat(100)} } }`,
  `{ ${'__typename '.repeat(500)} }`,
  bomb(2, 60),
  bomb(60, 15),
  `{ __schema { types { ${'fields { type { '.repeat(12)} name ${'} } '.repeat(12)} } } }`,
  `{ __typename } fragment A on Query { ${'regions { id } '.repeat(450)} }`,
  `{ __schema { ${times(18, (n) => `a${n}: types { fields { name type { kind name ofType { kind name } } } }`)} } }`,
  `{ ${times(20, (n) => `a${n}: divisions(first: 100) { nodes { code } }`)} }`,
];

const lines = createInterface({ input: process.stdin });
const first = await new Promise<string>((resolve) => lines.once('line', resolve));
const { origin, path, headers, connections } = JSON.parse(first) as AttackTask;
let stopped = false;
lines.once('close', () => (stopped = true));

const pool = new Pool(origin, { connections, pipelining: 1 });
const statuses: Record<string, number> = {};
let next = 0;

async function attack(): Promise<void> {
  const at = next++;
  // Each text is new: nothing that is kept of earlier ones helps.
  const query = `${DOCUMENTS[at % DOCUMENTS.length] ?? ''} # ${at}`;
  const large = at % (DOCUMENTS.length * 10) === 0 && 'x'.repeat(5_000_000);
  const answer = await pool
    .request({
      ...{ method: 'POST', path, body: JSON.stringify({ query, large }) },
      headers: { 'content-type': 'application/json', ...headers },
    })
    .catch(() => null); // hung up on, as it may be in the middle of a large body
  await answer?.body.text();
  const status = String(answer?.statusCode ?? 'hung up');
  statuses[status] = (statuses[status] ?? 0) + 1;
}

await Promise.all(
  Array.from({ length: connections }, async () => {
    while (!stopped) await attack();
  }),
);
await pool.close();
process.stdout.write(JSON.stringify(statuses));
