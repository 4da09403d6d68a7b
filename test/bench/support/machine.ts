import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/** Which processors run what; null where processes are not pinned. */
export interface CpuSets {
  /** Servers and PostgreSQL, the same for every side. */
  readonly servers: string;
  /** The load, which has one of its own. */
  readonly load: string;
}

/** Processors this process may use, from a list such as `0-2,5`. */
function allowed(): number[] {
  const status = readFileSync('/proc/self/status', 'utf8');
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(status)?.[1] ?? '';
  return list.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

/**
 * The last processor is the load's, all others are the servers' and PostgreSQL's. Null, for
 * everything everywhere, with one processor, without `taskset`, or with `BENCH_PIN=off`.
 */
export function cpuSets(): CpuSets | null {
  const pinning = process.platform === 'linux' && process.env['BENCH_PIN'] !== 'off';
  if (!pinning || spawnSync('taskset', ['--version']).status !== 0) return null;
  const usable = allowed();
  const load = usable.pop();
  return usable.length === 0 || load === undefined
    ? null
    : { servers: usable.join(','), load: String(load) };
}

/** The machine in a line, with how busy it was just before: call it first. */
export function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = first?.model.trim() ?? 'unknown';
  const busy = (loadavg()[0] ?? 0).toFixed(1);
  return (
    `${cpus().length} cores (${model}), ${memory} GiB, ${process.platform}, ` +
    `Node ${process.version}; load average before: ${busy}`
  );
}

/** The machine and what ran where, as a line of a report. */
export function machineLine(cpus: CpuSets | null, before: string): string {
  const pinned = cpus
    ? `servers and PostgreSQL on processors ${cpus.servers}, load on ${cpus.load}`
    : 'nothing pinned to a processor';
  return `- Machine: ${before}; ${pinned}.`;
}
