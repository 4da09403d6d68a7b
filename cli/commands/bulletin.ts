import { Command, Option } from 'commander';
import { openActingIn } from '../bulletin/act-as.ts';
import { importFiles, type ImportedFiles } from '../bulletin/import-files.ts';

interface Options {
  readonly as: string;
  readonly approveAs?: string;
  readonly data: string;
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function sum({ bulletins, failed }: ImportedFiles): void {
  const count = (state: string) => bulletins.filter((one) => one.state === state).length;
  const names = new Map(
    bulletins.flatMap(({ unresolved }) => unresolved.map(({ name, division }) => [name, division])),
  );
  for (const [name, division] of names)
    say(`Not found in GB/T 2260: ${name}, kept under ${division}`);
  say(
    `${bulletins.length} bulletins: ${count('ACCEPTED')} accepted, ${count('HELD')} held, ` +
      `${count('SUPERSEDED')} held and passed by a newer one; ${failed} files failed.`,
  );
}

async function importBulletins(
  files: readonly string[],
  { as, approveAs, data }: Options,
): Promise<void> {
  const { ask, close } = await openActingIn(data);
  try {
    const imported = await importFiles({ ask, files, as, approveAs: approveAs ?? null, say });
    sum(imported);
    if (imported.failed > 0) process.exitCode = 1;
  } finally {
    await close();
  }
}

function importCommand(): Command {
  return new Command('import')
    .description(
      'Import bulletins of risk areas, the earliest first; the same again changes nothing.',
    )
    .argument('<file...>', 'bulletins as published, JSON, gzipped or not')
    .requiredOption('--as <user>', 'account that imports them')
    .option('--approve-as <user>', 'account that agrees to what is held for its size alone')
    .addOption(
      new Option('--data <folder>', 'data folder of a Tongma, running or not')
        .env('TONGMA_DATA')
        .default('.tongma'),
    )
    .addHelpText(
      'after',
      '\nWhat contradicts itself, another one or the clock stays held for people who look at it.' +
        '\nWith RESIDENTS_DATABASE_URL and TRAVEL_HISTORY_DATABASE_URL, both, an external database, with' +
        '\nthe same further variables as the processes of these two.',
    )
    .action(importBulletins);
}

/** `tongma bulletin`: bulletins of risk areas. */
export function bulletinCommand(): Command {
  return new Command('bulletin')
    .description('Bulletins of risk areas.')
    .addCommand(importCommand());
}
