import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { roleUrls } from '../../../cli/embedded/database.ts';
import { readSecrets } from '../../../cli/embedded/secrets.ts';
import { collectErrors, searchForPeople } from './personal-data.ts';
import {
  build,
  filledFolder,
  fillOnce,
  finish,
  launch,
  printed,
  type StartedTongma,
} from './process.ts';
import type { SharedTongma } from './provided.ts';

function factsOf({ data, demo }: StartedTongma): SharedTongma {
  const secrets = readSecrets(join(data, 'secrets.json'));
  const lines = readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  return {
    mode: 'all in one',
    urls: roleUrls(`postgres://127.0.0.1:${lines[3] ?? ''}/`, secrets),
    keys: secrets,
    gateways: [new URL(demo().gatewayUrl).origin],
    environments: {},
  };
}

/** Builds, starts one Tongma with its demo for all stories, and ends it after them. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  build();
  await fillOnce();
  const tongma = launch(filledFolder(), { LOG_LEVEL: 'debug' });
  const errors = collectErrors();
  await printed(tongma, 'Ask again');
  provide('data', tongma.data);
  provide('tongma', factsOf(tongma));
  return async () => {
    try {
      const { urls } = factsOf(tongma);
      const places = [
        { where: 'logs', text: tongma.output() },
        { where: 'errors', text: errors() },
      ];
      await searchForPeople(tongma.data, urls.tongma_owner, places);
    } finally {
      await finish(tongma);
    }
  };
}
