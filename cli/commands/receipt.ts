import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { z } from 'zod';
import {
  checkCodeReceipt,
  regionOfReceipt,
  type ReceiptFacts,
  type ReceiptTrust,
} from '../../subgraphs/codes/receipt-check.ts';
import { askGateway, partnerAccess } from '../partner-client.ts';
import { scannedArgument } from '../scanned-argument.ts';
import { StartError } from '../start-error.ts';
import { dataOption } from './sign-in-options.ts';

const QUERY = `query TrustList($region: ID!) {
  offlineLists(region: $region) {
    trustRoots { environment threshold keys } trustList { body }
  }
}`;

/** Exit code of a receipt that does not hold. */
const NOT_RIGHT = 4;

/** The part of `offlineLists` that a receipt is checked with. */
const lists = z.object({
  trustRoots: z.object({
    environment: z.enum(['production', 'demo']),
    threshold: z.number().int().min(1),
    keys: z.array(z.string()),
  }),
  trustList: z.object({ body: z.base64() }),
});

interface Options {
  readonly lists?: string;
  readonly data: string;
}

async function readLists(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new StartError(`The file ${file} holds no lists.`, { cause });
  }
}

async function trustFor(region: string, { lists: file, data }: Options): Promise<ReceiptTrust> {
  const given =
    file === undefined
      ? (await askGateway(await partnerAccess(process.env, data), QUERY, { region }))[
          'offlineLists'
        ]
      : await readLists(file);
  const parsed = lists.safeParse(given);
  if (!parsed.success) throw new StartError('There is no trust list, as `offlineLists` gives it.');
  const { trustRoots, trustList } = parsed.data;
  const { keys: roots, ...rules } = trustRoots;
  return { ...rules, roots, trustList: Buffer.from(trustList.body, 'base64') };
}

async function factsOf(
  receipt: string,
  text: string,
  options: Options,
): Promise<ReceiptFacts | null> {
  const region = regionOfReceipt(receipt);
  if (region === null) return null;
  return checkCodeReceipt(receipt, text, await trustFor(region, options), new Date());
}

async function check(receipt: string, argument: string, options: Options): Promise<void> {
  const facts = await factsOf(receipt, await scannedArgument(argument), options);
  if (facts) {
    process.stdout.write(`${JSON.stringify(facts, null, 2)}\nThis receipt holds.\n`);
    return;
  }
  process.stdout.write('This receipt does NOT hold.\n');
  process.exitCode = NOT_RIGHT;
}

function checkCommand(): Command {
  return new Command('check')
    .description(
      'Check the receipt of a verdict against the text of its code; exit code 4 = it does not hold.',
    )
    .argument('<receipt>', 'receipt as the verdict has it, HCR1:…')
    .argument('<text>', 'text of the code as scanned, or - to read it from standard input')
    .option('--lists <file>', 'file with `offlineLists` as a gateway gave them, JSON; no network')
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nWithout --lists the trust list is that of a running Tongma, asked as `recognize` asks it.',
    )
    .action(check);
}

/** `tongma receipt`: what verdicts leave with who asked. */
export function receiptCommand(): Command {
  return new Command('receipt').description('Receipts of verdicts.').addCommand(checkCommand());
}
