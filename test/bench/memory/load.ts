// The load, a process of its own: three requests for codes, then one ad-hoc document that was never sent
// before, and so on. Reads a MemoryTask from standard input; prints how many answers were wrong.
import { readFileSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';
import { Pool } from 'undici';
import type { MemoryTask } from './bench.ts';

const { origin, path, headers, query, place, textsFile, from, to, connections } = JSON.parse(
  await readAll(process.stdin),
) as MemoryTask;
const texts = JSON.parse(readFileSync(textsFile, 'utf8')) as string[];
const pool = new Pool(origin, { connections, pipelining: 1 });

/** Large enough that what is kept of documents and plans is full long before the first look. */
function documentOf(number: number): string {
  const aliases = Array.from({ length: 18 }, (_, at) => `a${at}_${number}: name`).join(' ');
  return `query D${number} { division(code: "330000") { code level parent registers ${aliases} } }`;
}

function bodyOf(number: number): string {
  if (number % 4 === 3) return JSON.stringify({ query: documentOf(number) });
  const input = { ...place, text: texts[number % texts.length] };
  return JSON.stringify({ query, variables: { input } });
}

let [next, wrong, firstWrong] = [from, 0, ''];

async function asking(): Promise<void> {
  while (next < to) {
    const body = bodyOf(next++);
    const answer = await pool.request({
      ...{ method: 'POST', path, body },
      headers: { 'content-type': 'application/json', ...headers },
    });
    const text = await answer.body.text();
    if (answer.statusCode === 200 && !text.includes('"errors"')) continue;
    wrong += 1;
    firstWrong ||= text;
  }
}

await Promise.all(Array.from({ length: connections }, asking));
await pool.close();
process.stdout.write(JSON.stringify({ wrong, firstWrong }));
