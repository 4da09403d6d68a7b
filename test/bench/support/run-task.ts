import { text as readAll } from 'node:stream/consumers';
import { startNode } from './child.ts';

/** Runs a script with a task on its standard input, on some processors; gives what it prints, as JSON. */
export async function runTask<Figures>(
  script: string,
  task: object,
  cpus: string | null,
): Promise<Figures> {
  const { stdin, stdout, stderr } = startNode({ args: [script], cpus });
  if (!stdin || !stdout || !stderr) throw new Error(`${script} has no pipes.`);
  stdin.end(JSON.stringify(task));
  const [printed, failed] = await Promise.all([readAll(stdout), readAll(stderr)]);
  if (printed === '') throw new Error(`${script} failed:\n${failed}`);
  return JSON.parse(printed) as Figures;
}
