import closeWithGrace from 'close-with-grace';
import { Command } from 'commander';
import { loaded } from '../../subgraphs/kit/loading.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import { recognizeOnce, writeDemoFile } from '../all-in-one/demo.ts';
import { allInOneConfig } from '../all-in-one/settings.ts';
import { openTongma, type Tongma, type TongmaOptions } from '../all-in-one/tongma.ts';
import type { PlayedResident } from '../seed/play.ts';

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

async function sayDemo(tongma: Tongma, people: readonly PlayedResident[]): Promise<void> {
  const place = { ...tongma, ...tongma.stack };
  const demo = await writeDemoFile(place, people);
  const { curl, verdict } = await recognizeOnce(place, demo);
  const { accounts, partner, codes } = demo;
  say(`\nTongma runs at ${demo.gatewayUrl}`);
  say(`In a browser: ${demo.consoleUrl} for officials, ${tongma.origin}/my/ for residents`);
  say(`Partner of the demo: ${partner.clientId}, key in ${partner.privateKeyFile}`);
  say(`Accounts of the demo: ${accounts.map(({ username }) => username).join(', ')}`);
  say(`Their passwords and ${codes.length} codes stand in ${tongma.folder.demoFile}`);
  say('\nA green code of Zhejiang, just recognized in Sichuan:');
  say(JSON.stringify(verdict, null, 2));
  say('\nAsk again (the token lives 24 hours and can only verify):');
  say(`${curl}\n`);
}

/** Opens so that a signal ends it in order at any time, also while it is being opened. */
async function openEndable(options: Omit<TongmaOptions, 'onOpening'>): Promise<Tongma> {
  let signals: { uninstall(): void } | undefined;
  const ending = new AbortController();
  try {
    return await openTongma({
      ...options,
      onOpening: (close) => {
        signals = closeWithGrace({ delay: 30_000, logger: false }, () => {
          ending.abort();
          return close();
        });
        loaded();
      },
    });
  } catch (error) {
    // It was told to end meanwhile, and what failed failed by that: it ends once it is undone.
    if (ending.signal.aborted) return new Promise(() => undefined);
    signals?.uninstall(); // it has been undone; left installed it would end us with code 0
    throw error;
  }
}

async function start({ seed }: { readonly seed: boolean }): Promise<void> {
  const settings = readConfig(allInOneConfig, process.env);
  const tongma = await openEndable({ ...settings, seed, say });
  if (tongma.people) {
    await sayDemo(tongma, tongma.people);
    return;
  }
  say(`\nTongma runs at ${tongma.origin}/graphql and is empty.`);
  if (tongma.setupPath) {
    say(`Its administrator gets a password here, once: ${tongma.origin}${tongma.setupPath}\n`);
  }
}

/** `tongma start`: everything in one process, on loopback. */
export function startCommand(): Command {
  return new Command('start')
    .description('Start everything in one process: database, sign-in, subgraphs, gateway.')
    .option('--no-seed', 'start empty; prints a one-time link that makes the administrator')
    .addHelpText('after', '\nTONGMA_DATA is the data folder (.tongma), PORT the port (4000).')
    .action(start);
}
