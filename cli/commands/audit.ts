import { Command, Option } from 'commander';
import type { AuditFault } from '../../subgraphs/kit/audit/fault.ts';
import { withChainReader } from '../../subgraphs/kit/audit/persistence/open-reader.ts';
import { verifyLog } from '../../subgraphs/kit/audit/verify.ts';
import { openAuditSource } from '../audit-source.ts';

/** Exit code of a log that is not right. */
const NOT_RIGHT = 4;
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
    const { regions, entries, checkpoints, faults } = await withChainReader(source.url, (reader) =>
      verifyLog({
        ...{ reader, keys: source.keys, kept: source.kept },
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
    for (const fault of faults) process.stdout.write(`${fault.fault}: ${place(fault)}\n`);
    process.stdout.write(faults.length > 0 ? 'The log is NOT right.\n' : 'The log is right.\n');
    if (faults.length > 0) process.exitCode = NOT_RIGHT;
  } finally {
    await source.close();
  }
}

function verifyCommand(): Command {
  return new Command('verify')
    .description(
      'Verify every chain and checkpoint; exit code 4 = not right, the first bad entry named.',
    )
    .option('--region <code>', 'the chain of one region alone')
    .addOption(
      new Option('--data <folder>', 'data folder of a Tongma, running or not')
        .env('TONGMA_DATA')
        .default('.tongma'),
    )
    .addHelpText(
      'after',
      '\nWith CODES_DATABASE_URL and AUDIT_PUBLIC_KEY an external database; CHECKPOINT_FILE beside' +
        '\nthem is what the checkpointer remembers, so that a rollback is noticed.',
    )
    .action(verify);
}

/** `tongma audit`: checks the audit log. */
export function auditCommand(): Command {
  return new Command('audit').description('Check the audit log.').addCommand(verifyCommand());
}
