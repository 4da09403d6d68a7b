import type { TestProject } from 'vitest/node';
import { build } from './process.ts';
import { startSplit } from './split.ts';

/** Builds, starts one Tongma in split mode for all stories, and ends it after them. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  build();
  const { data, facts, stop } = await startSplit();
  provide('data', data);
  provide('tongma', facts);
  return stop;
}
