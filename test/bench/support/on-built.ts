import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm } from './install.ts';
import { cpuSets, machine, type CpuSets } from './machine.ts';
import type { Bench, Findings } from './row.ts';

/** Rounds in which each side is asked once; the figures are medians of them. */
export const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);

/** What a benchmark of built code has while it runs. */
export interface BenchRun {
  /** Tells how far it is. */
  readonly say: (sentence: string) => void;
  /** The machine, and how busy it was. */
  readonly before: string;
  readonly cpus: CpuSets | null;
  /** For files of this run. */
  readonly folder: string;
  /** Names a step that is done at the end, the last named first. */
  undo(step: () => Promise<void> | void): void;
}

/** A benchmark that is run once everything is built; what it began is ended, however it ends. */
export function onBuilt(run: (given: BenchRun) => Promise<Findings>): Bench {
  return async (say) => {
    const before = machine();
    say('Building.');
    npm(['run', '--silent', 'build']);
    const cpus = cpuSets();
    const folder = mkdtempSync(join(tmpdir(), 'tongma-bench-files-'));
    const steps: (() => Promise<void> | void)[] = [
      () => {
        rmSync(folder, { recursive: true });
      },
    ];
    const undo = (step: () => Promise<void> | void) => void steps.push(step);
    try {
      return await run({ say, before, cpus, folder, undo });
    } finally {
      for (const step of steps.reverse()) await step();
    }
  };
}
