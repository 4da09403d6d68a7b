import type { TestProject } from 'vitest/node';
import { setup as startTongma } from '../../system/support/global-setup.ts';
import { findChromium, type FoundChromium } from './chromium.ts';

declare module 'vitest' {
  /** What stories with a browser are given beside the data folder of a running Tongma. */
  export interface ProvidedContext {
    /** What {@link findChromium} found, once for all. */
    chromium: FoundChromium;
  }
}

/** Finds Chromium, then starts one Tongma for all stories and ends it after them. */
export function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', findChromium());
  return startTongma(project);
}
