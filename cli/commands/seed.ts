import { Command } from 'commander';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import { allInOneConfig } from '../all-in-one/settings.ts';
import { openTongma } from '../all-in-one/tongma.ts';

async function seed(): Promise<void> {
  const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
  const settings = readConfig(allInOneConfig, process.env);
  const tongma = await openTongma({ ...settings, port: 0, seed: true, say });
  await tongma.close();
  say(
    `The demo stands in ${tongma.folder.root}: ${tongma.people?.length ?? 0} invented residents.`,
  );
}

/** `tongma seed`: fills a data folder with the demo and ends. */
export function seedCommand(): Command {
  return new Command('seed')
    .description('Fill a data folder with the demo, unless it is filled, and end.')
    .action(seed);
}
