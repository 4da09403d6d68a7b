import type { TestProject } from 'vitest/node';
import { build } from './process.ts';
import { collectErrors, searchForPeople } from './personal-data.ts';
import { startSplit } from './split.ts';

/** Builds, starts one Tongma in split mode for all stories, and ends it after them. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  build();
  const { data, facts, output, stop } = await startSplit();
  const errors = collectErrors();
  provide('data', data);
  provide('tongma', facts);
  return async () => {
    try {
      const places = [
        { where: 'logs', text: output() },
        { where: 'errors', text: errors() },
      ];
      await searchForPeople(data, facts.urls.tongma_owner, places);
    } finally {
      await stop();
    }
  };
}
