import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import type { AuditFault } from '../../subgraphs/kit/audit/fault.ts';
import { withChainReader } from '../../subgraphs/kit/audit/persistence/open-reader.ts';
import { checkReceipt } from '../../subgraphs/kit/audit/receipt.ts';
import { verifyLog } from '../../subgraphs/kit/audit/verify.ts';
import { sideBySide } from '../../subgraphs/kit/audit/verify-threads.ts';
import { openAuditSource, publicKeyIn } from '../audit-source.ts';
import { StartError } from '../start-error.ts';

/** Exit code of a log that is not right. */
const NOT_RIGHT = 4;
/** A cosigner this many checkpoints behind is missing. */
const BEHIND = 3;
/** Progress is told at most this often. */
const TELL_MS = 1_000;

function place({ region, sequence, checkpoint }: AuditFault): string {
  const parts = [
    ...(sequence === null ? [] : [`region ${region}, entry ${sequence}`]),
    ...(checkpoint === null ? [] : [`checkpoint ${checkpoint}`]),
  ];
  return parts.join(', ');
}

async function verify({ region, data }: { readonly region?: string; readonly data: string }) {
  const source = await openAuditSource(data, process.env);
  let told = Date.now();
  try {
    const { regions, entries, expired, erased, checkpoints, newest, cosigned, faults } =
      await withChainReader(source.url, (reader, snapshot) =>
        verifyLog({
          ...{ reader, keys: source.keys, kept: source.kept },
          verifyRegions: sideBySide(reader, snapshot),
          ...{ region: region ?? null, now: Date.now() },
          onProgress(of, done) {
            if (Date.now() - told < TELL_MS) return;
            told = Date.now();
            process.stderr.write(`${of}: ${done} entries verified\n`);
          },
        }),
      );
    const counts = `${entries} entries of ${regions} regions, ${checkpoints} checkpoints`;
    process.stdout.write(`Verified ${counts}.\n`);
    if (expired > 0) {
      process.stdout.write(`What ${expired} of them said is kept no longer: their year is over.\n`);
    }
    if (erased > 0) {
      process.stdout.write(`What ${erased} of them said was erased, by decisions in the log.\n`);
    }
    for (const { witness, number } of cosigned) {
      const behind = newest - number > BEHIND ? ': a cosigner is MISSING' : '';
      process.stdout.write(`Cosigned by ${witness} up to ${number} of ${newest}${behind}.\n`);
    }
    for (const fault of faults) process.stdout.write(`${fault.fault}: ${place(fault)}\n`);
    process.stdout.write(faults.length > 0 ? 'The log is NOT right.\n' : 'The log is right.\n');
    if (faults.length > 0) process.exitCode = NOT_RIGHT;
  } finally {
    await source.close();
  }
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StartError(`The file ${file} cannot be read.`, { cause });
  }
}

function keyIn(file: string): KeyObject {
  try {
    return createPublicKey(readFile(file));
  } catch (cause) {
    throw new StartError(`The file ${file} holds no public key, PEM.`, { cause });
  }
}

async function receiptCheck(
  file: string,
  { key, data }: { readonly key?: string; readonly data: string },
): Promise<void> {
  const receipt = file === '-' ? await readAll(process.stdin) : readFile(file);
  const publicKey = key === undefined ? publicKeyIn(data) : keyIn(key);
  const facts = checkReceipt(receipt.trim(), [publicKey]);
  if (!facts) {
    process.stdout.write('This receipt does NOT hold.\n');
    process.exitCode = NOT_RIGHT;
    return;
  }
  const { body, ...rest } = facts;
  const said: unknown = JSON.parse(body);
  process.stdout.write(`${JSON.stringify({ ...rest, entry: said }, null, 2)}\n`);
  process.stdout.write('This receipt holds.\n');
}

function dataOption(): Option {
  return new Option('--data <folder>', 'data folder of a Tongma, running or not')
    .env('TONGMA_DATA')
    .default('.tongma');
}

function receiptCheckCommand(): Command {
  return new Command('receipt-check')
    .description(
      'Check the receipt of a decision, with no network; exit code 4 = it does not hold.',
    )
    .argument('<file>', 'file with the receipt, or - to read it from standard input')
    .option(
      '--key <file>',
      "public key of the log's checkpoints, PEM; default: that of the data folder",
    )
    .addOption(dataOption())
    .action(receiptCheck);
}

function verifyCommand(): Command {
  return new Command('verify')
    .description(
      'Verify every chain and checkpoint; exit code 4 = not right, the first bad entry named.',
    )
    .option('--region <code>', 'the chain of one region alone')
    .addOption(dataOption())
    .addHelpText(
      'after',
      '\nWith CODES_DATABASE_URL and AUDIT_PUBLIC_KEY, both, an external database; CHECKPOINT_FILE beside' +
        '\nthem is what the checkpointer remembers, so that a rollback is noticed.',
    )
    .action(verify);
}

/** `tongma audit`: checks the audit log. */
export function auditCommand(): Command {
  return new Command('audit')
    .description('Check the audit log.')
    .addCommand(verifyCommand())
    .addCommand(receiptCheckCommand());
}
