import { Command } from 'commander';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { keysCommand } from './commands/keys.ts';
import { migrateCommand } from './commands/migrate.ts';
import { prepareCommand } from './commands/prepare.ts';
import { recognizeCommand } from './commands/recognize.ts';
import { restoreCommand } from './commands/restore.ts';
import { seedCommand } from './commands/seed.ts';
import { startCommand } from './commands/start.ts';
import { sentenceOf } from '../subgraphs/kit/operator-error.ts';

// The `tongma` command: one file a subcommand in commands/. Exit codes: 0 done, 1 could not be
// done (one sentence on standard error), 2 used wrongly, 3 a code was not recognized, 4 the audit
// log is not right.
const program = new Command('tongma')
  .description('Health codes of one region, recognized in every other.')
  .showHelpAfterError('(tongma --help shows how it is used)')
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  })
  .addCommand(startCommand())
  .addCommand(prepareCommand())
  .addCommand(migrateCommand())
  .addCommand(seedCommand())
  .addCommand(recognizeCommand())
  .addCommand(auditCommand())
  .addCommand(keysCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand());

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
