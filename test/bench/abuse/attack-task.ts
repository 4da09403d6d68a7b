import { text as readAll } from 'node:stream/consumers';
import { startNode } from '../support/child.ts';

/** Whom an attack is for. */
export interface AttackTask {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Connections, with one request in flight on each. */
  readonly connections: number;
}

/** Answers of an attack by their status. */
export type AttackFigures = Readonly<Record<string, number>>;

/** Begins an attack; the function it gives ends it. @throws {Error} then, if anything was answered */
export function beginAttack(task: AttackTask, cpus: string | null): () => Promise<AttackFigures> {
  const child = startNode({ args: ['test/bench/abuse/attack.ts'], cpus });
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error('The attack has no pipes.');
  const printed = Promise.all([readAll(stdout), readAll(stderr)]);
  stdin.write(`${JSON.stringify(task)}\n`);
  return async () => {
    stdin.end();
    const [figures, failed] = await printed;
    if (figures === '') throw new Error(`The attack failed:\n${failed}`);
    const statuses = JSON.parse(figures) as AttackFigures;
    const answered = Object.keys(statuses).filter((status) => !/^(400|413|hung up)$/.test(status));
    if (answered.length > 0) throw new Error(`The attack was not refused: ${figures}`);
    return statuses;
  };
}
