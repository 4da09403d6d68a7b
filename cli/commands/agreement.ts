import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { openAgreeing } from '../agreement/act-in-codes.ts';
import {
  acceptAgreements,
  agreementsWith,
  offerAgreement,
  type ListedAgreement,
  type OfferedMode,
  type Officials,
} from '../agreement/agree.ts';
import { ACTS_IN, division, divisions, modeOption, seconds } from '../agreement/arguments.ts';
import type { AskAs } from '../bulletin/act-as.ts';
import { tableOf } from '../region/table.ts';
import { StartError } from '../start-error.ts';
import { placeOf } from '../trust/place.ts';

interface InRegion {
  readonly region: string;
  readonly data?: string;
  readonly as: string;
}

/** How often is looked whether an offer has come, in milliseconds. */
const LOOK_MS = 2_000;

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function agreementSub(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .requiredOption('--region <code>', 'your region', division)
    .requiredOption('--as <user>', 'account of an official of the region')
    .option('--data <folder>', 'data folder of a Tongma, running or not. Default: TONGMA_DATA')
    .addHelpText('after', ACTS_IN);
}

function byTwo(name: string, description: string): Command {
  return agreementSub(name, description).requiredOption(
    '--approve-as <user>',
    'account of another official, who approves',
  );
}

async function acting<T>(data: string | undefined, run: (ask: AskAs) => Promise<T>): Promise<T> {
  const { ask, close } = await openAgreeing(process.env, placeOf(process.env, data));
  try {
    return await run(ask);
  } finally {
    await close();
  }
}

function row({ id, state, mode, validFrom, validTo }: ListedAgreement): string[] {
  return [id, state, mode, validFrom, validTo];
}

function listCommand(): Command {
  return agreementSub('list', 'Agreements with a region on either side: RECEIVER-ISSUER-VERSION.')
    .option('--json', 'print JSON', false)
    .action(async ({ region, data, as, json }: InRegion & { readonly json: boolean }) => {
      const all = await acting(data, (ask) => agreementsWith(ask, region, as));
      if (json) say(JSON.stringify(all, null, 2));
      else say(...(all.length > 0 ? tableOf(all.map(row)) : ['None.']));
    });
}

function offerCommand(): Command {
  return byTwo('offer', 'Offer to take codes of other regions; each of them accepts or refuses.')
    .requiredOption('--with <codes>', 'regions whose codes are taken', divisions)
    .addOption(modeOption())
    .action(
      async (
        options: InRegion &
          Officials & { readonly with: readonly string[]; readonly mode: OfferedMode },
      ) => {
        const { region: receiver, data, with: issuers, mode } = options;
        await acting(data, async (ask) => {
          for (const issuer of issuers) {
            const state = await offerAgreement(
              ask,
              { receiver, issuer, mode },
              options,
              new Date(),
            );
            say(`${receiver} takes codes of ${issuer}: ${state}`);
          }
        });
      },
    );
}

function acceptCommand(): Command {
  return byTwo('accept', 'Accept what other regions offer: that they take codes of yours.')
    .option('--with <codes>', 'offers of these regions alone', divisions)
    .option('--wait <seconds>', 'how long an offer of each of them is waited for', seconds, 0)
    .action(
      async (
        options: InRegion &
          Officials & { readonly with?: readonly string[]; readonly wait: number },
      ) => {
        const { region, data, with: receivers = null, wait } = options;
        const until = Date.now() + wait * 1_000;
        const accepted = await acting(data, async (ask) => {
          const ids: string[] = [];
          for (;;) {
            ids.push(...(await acceptAgreements(ask, region, receivers, options)));
            if (ids.length >= (receivers?.length ?? 1) || Date.now() >= until) return ids;
            await sleep(LOOK_MS);
          }
        });
        if (accepted.length === 0) throw new StartError('Nothing is offered to this region.');
        say(...accepted.map((id) => `${id} is accepted.`));
      },
    );
}

/** `tongma agreement`: agreements by command; two officials of a region act, as in the console. */
export function agreementCommand(): Command {
  const agreement = new Command('agreement').description(
    'Agreements on taking codes of other regions.',
  );
  for (const command of [listCommand(), offerCommand(), acceptCommand()]) {
    agreement.addCommand(command);
  }
  return agreement;
}
