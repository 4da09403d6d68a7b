import { Agent, request } from 'node:http';
import { z } from 'zod';

// A client that asks without a pause, in a process of its own. Like a load balancer it gives what one
// gateway did not take to the next. It prints how many were answered, and at its end what was not.
const settings = z
  .object({
    ORIGINS: z.string().transform((text) => text.split(' ')),
    TOKEN: z.string(),
    QUERY: z.string(),
    REQUESTS: z.coerce.number(),
    AT_ONCE: z.coerce.number(),
  })
  .parse(process.env);
const { ORIGINS: origins, TOKEN: token, QUERY: query, REQUESTS: requests } = settings;
const body = JSON.stringify({ query });
const agents = new Map(origins.map((origin) => [origin, new Agent({ keepAlive: true })]));

function post(origin: string): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${origin}/graphql`, {
      ...{ method: 'POST', agent: agents.get(origin) },
      headers: {
        ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        authorization: `Bearer ${token}`,
      },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode, text });
      });
    });
    outgoing.end(body);
  });
}

const failed: string[] = [];
const answered: Record<string, number> = {};
let [begun, ended, elsewhere] = [0, 0, 0];

/** Null: this gateway did not take it, as a load balancer sees that. */
async function tried(origin: string): Promise<string | null> {
  try {
    const { status, text } = await post(origin);
    if (status === 503 && origins.length > 1) return null;
    return status === 200 && !text.includes('"errors"') ? '' : `${String(status)} ${text}`;
  } catch (error) {
    if (origins.length > 1) return null;
    return error instanceof Error ? error.message : 'unknown';
  }
}

async function ask(number: number): Promise<void> {
  let why: string | null = null;
  for (let attempt = 0; attempt < origins.length && why === null; attempt += 1) {
    if (attempt > 0) elsewhere += 1;
    const origin = origins[(number + attempt) % origins.length] ?? '';
    why = await tried(origin);
    if (why === '') answered[origin] = (answered[origin] ?? 0) + 1;
  }
  if (why !== '') failed.push(why ?? 'Nobody took it.');
  ended += 1;
  if (ended % 100 === 0) process.stdout.write(`${ended}\n`);
}

async function asking(): Promise<void> {
  while (begun < requests) await ask((begun += 1));
}

await Promise.all(Array.from({ length: settings.AT_ONCE }, asking));
const report = { failed: failed.length, why: failed.slice(0, 5), elsewhere, answered };
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exit(0);
