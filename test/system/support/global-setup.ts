import type { TestProject } from 'vitest/node';
import { build, finish, launch, printed, temporaryFolder } from './process.ts';

declare module 'vitest' {
  /** What system stories are given. */
  export interface ProvidedContext {
    /** Data folder of the Tongma that all stories share. */
    data: string;
  }
}

/** Builds, starts one Tongma with its demo for all stories, and ends it after them. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  build();
  const tongma = launch(temporaryFolder());
  await printed(tongma, 'Ask again');
  provide('data', tongma.data);
  return () => finish(tongma);
}
