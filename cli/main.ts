import { Command } from 'commander';
import { loading } from '../subgraphs/kit/loading.ts';
import { sentenceOf } from '../subgraphs/kit/operator-error.ts';

// The `tongma` command: one file a subcommand in commands/. Exit codes: 0 done, 1 could not be
// done (one sentence on standard error) or a policy has a fault, 2 used wrongly, 3 a code was not
// recognized, 4 the audit log or a receipt is not right.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => {
    if (process.argv[2] === 'start') loading();
    return (await import('./commands/start.ts')).startCommand();
  },
  prepare: async () => (await import('./commands/prepare.ts')).prepareCommand(),
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand(),
  seed: async () => (await import('./commands/seed.ts')).seedCommand(),
  administrator: async () => (await import('./commands/administrator.ts')).administratorCommand(),
  oversight: async () => (await import('./commands/oversight.ts')).oversightCommand(),
  token: async () => (await import('./commands/token.ts')).tokenCommand(),
  recognize: async () => (await import('./commands/recognize.ts')).recognizeCommand(),
  lists: async () => (await import('./commands/lists.ts')).listsCommand(),
  receipt: async () => (await import('./commands/receipt.ts')).receiptCommand(),
  audit: async () => (await import('./commands/audit.ts')).auditCommand(),
  bulletin: async () => (await import('./commands/bulletin.ts')).bulletinCommand(),
  policy: async () => (await import('./commands/policy.ts')).policyCommand(),
  trust: async () => (await import('./commands/trust.ts')).trustCommand(),
  region: async () => (await import('./commands/region.ts')).regionCommand(),
  agreement: async () => (await import('./commands/agreement.ts')).agreementCommand(),
  keys: async () => (await import('./commands/keys.ts')).keysCommand(),
  backup: async () => (await import('./commands/backup.ts')).backupCommand(),
  restore: async () => (await import('./commands/restore.ts')).restoreCommand(),
};

const program = new Command('tongma')
  .description('Health codes of one region, recognized in every other.')
  .showHelpAfterError('(tongma --help shows how it is used)')
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  });

// Only the one that is named is loaded: the whole server would cost the others seconds.
const named = COMMANDS[process.argv[2] ?? ''];
for (const load of named ? [named] : Object.values(COMMANDS)) program.addCommand(await load());

/** Usage faults of a subcommand of a subcommand end the process like the program's own. */
function inherit(parent: Command): void {
  for (const command of parent.commands) {
    command.copyInheritedSettings(parent);
    inherit(command);
  }
}
inherit(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`tongma: ${sentenceOf(error)}\n`);
  process.exitCode = 1;
}
