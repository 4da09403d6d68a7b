import { readdirSync, readFileSync } from 'node:fs';

/** Length of a tick of /proc: Linux counts 100 a second for every program. */
const TICK_MICROS = 10_000;

interface Stat {
  readonly parent: number;
  /** Microseconds, of all its threads. */
  readonly own: number;
  /** Microseconds of its children that have ended. */
  readonly ended: number;
}

function statOf(path: string): Stat | null {
  try {
    const text = readFileSync(path, 'utf8');
    // The name stands in brackets and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = (field: number) => Number(fields[field - 3]) * TICK_MICROS;
    return { parent: Number(fields[1]), own: ticks(14) + ticks(15), ended: ticks(16) + ticks(17) };
  } catch {
    return null; // it has ended, or there is no /proc
  }
}

/** Microseconds of processor time that some processes have used so far. */
export function cpuMicros(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (statOf(`/proc/${pid}/stat`)?.own ?? 0), 0);
}

/** Microseconds of the main threads of some processes. */
export function mainThreadMicros(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (statOf(`/proc/${pid}/task/${pid}/stat`)?.own ?? 0), 0);
}

/** Microseconds of a process and all its children, those that have ended included. */
export function familyMicros(pid: number): number {
  const self = statOf(`/proc/${pid}/stat`);
  if (!self) return 0;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(`/proc/${name}/stat`))
    .filter((stat) => stat?.parent === pid)
    .reduce((sum, stat) => sum + (stat?.own ?? 0), self.own + self.ended);
}
