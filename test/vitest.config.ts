import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { ALL } from './sample.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

// One copy of graphql: under Vite a CommonJS and an ES copy load side by side and refuse each
// other's types.
const graphql = fileURLToPath(import.meta.resolve('graphql'));

export default defineConfig({
  root,
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    // No test is about speed: machines that are shared take their time, and all cases theirs.
    testTimeout: ALL ? 600_000 : 120_000,
    expect: { poll: { timeout: 30_000 } },
    // The files of a worker share what they load: loading it is a third of the work.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{gateway,subgraphs,cli}/**/*.test.ts',
            'console/src/**/*.test.ts',
            'test/{access,federation,fixtures,schema}/**/*.test.ts',
          ],
          exclude: ['subgraphs/**/persistence/**', 'gateway/session/session-store.test.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'architecture', include: ['test/architecture/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'stores',
          include: [
            'subgraphs/**/persistence/**/*.test.ts',
            'gateway/session/session-store.test.ts',
            'test/faults/*.test.ts',
          ],
          hookTimeout: 120_000,
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: ['test/{system,invariants}/*.test.ts'],
          globalSetup: ['test/system/support/global-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'split',
          // The same stories, but those about the command and the database of one process.
          include: ['test/{system,invariants}/*.test.ts', 'test/system/split/*.test.ts'],
          exclude: [
            'test/system/{start,kill,migrations,backup,trust,two-stacks,third-region}.test.ts',
          ],
          globalSetup: ['test/system/support/split-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          // Sign-ins of one file are not kept for another: they would be too old by then.
          isolate: true,
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/support/global-setup.ts'],
          hookTimeout: 180_000,
          maxWorkers: 1,
        },
      },
    ],
  },
});
