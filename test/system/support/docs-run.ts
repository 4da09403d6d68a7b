import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import { demo, tokenOf, tokenOfPartner } from './client.ts';
import { named } from './docs-names.ts';
import type { Example } from './docs-page.ts';
import { answerFaults, textFits, type Names } from './docs-pattern.ts';
import { ROOT } from './process.ts';

/** What examples of one page share. */
export interface PageRun {
  readonly names: Names;
  /** Folder of its own, where what `sh` exports is kept. */
  readonly folder: string;
}

function headersOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [name = '', ...rest] = line.split(':');
        return [name.toLowerCase(), rest.join(':').trim()];
      }),
  );
}

async function graphqlFaults(example: Example, { names }: PageRun): Promise<string[]> {
  const { as, text, answer, status } = example;
  if (!answer) return ['no answer is shown'];
  const { gatewayUrl } = demo();
  const token = await (as === undefined ? tokenOfPartner() : tokenOf(as));
  const variables: object = JSON.parse((await named(example.variables, names)) || '{}');
  // Nothing is said of its own accord: a purpose stands in the example, or is not sent.
  const response = await fetch(gatewayUrl, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...headersOf(await named(example.headers, names)),
    },
    body: JSON.stringify({ query: text, variables }),
  });
  const given: unknown = await response.json();
  const faults = answerFaults(JSON.parse(answer.text), given, names);
  const wrongStatus = status !== undefined && status !== response.status;
  return [
    ...faults,
    ...(wrongStatus ? [`the status is ${response.status}`] : []),
    ...(faults.length > 0 ? [JSON.stringify(given)] : []),
  ];
}

/** What a command of a page does here: the same Tongma, on another port and folder. */
function here(text: string): string {
  return text
    .replaceAll('http://127.0.0.1:4000', new URL(demo().gatewayUrl).origin)
    .replaceAll('.tongma/', `${inject('data')}/`);
}

async function programFaults(example: Example, { names, folder }: PageRun): Promise<string[]> {
  const { kind, answer } = example;
  const text = here(await named(example.text, kind === 'sh' ? names : new Map()));
  const state = join(folder, 'exported');
  const script = `set -euo pipefail\n[ -f ${state} ] && . ${state}\n${text}\nexport -p > ${state}\n`;
  const env = { ...process.env, TONGMA_DATA: inject('data') };
  const [command, args, input] =
    kind === 'sh'
      ? (['bash', ['-c', script], ''] as const)
      : ([process.execPath, ['--input-type=module', '-'], text] as const);
  const { status, stdout, stderr } = spawnSync(command, args, {
    ...{ cwd: ROOT, env, input, encoding: 'utf8' },
  });
  const said = `it said:\n${stdout}\n${stderr}`;
  if (status !== 0) return [`it ended with ${String(status)}`, said];
  if (!answer) return [];
  const faults =
    answer.language === 'json'
      ? answerFaults(JSON.parse(answer.text), JSON.parse(stdout), names)
      : textFits(answer.text, stdout + stderr)
        ? []
        : ['it does not print that'];
  return faults.length > 0 ? [...faults, said] : [];
}

/** What is wrong with an example when it is run. */
export function exampleFaults(example: Example, run: PageRun): Promise<string[]> {
  return example.kind === 'graphql' ? graphqlFaults(example, run) : programFaults(example, run);
}
