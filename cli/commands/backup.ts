import { Command } from 'commander';
import { z } from 'zod';
import { postgresUrl } from '../../subgraphs/kit/config-fields.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import { reachDatabase } from '../all-in-one/reach-database.ts';
import { allInOneConfig } from '../all-in-one/settings.ts';
import { backupKey, backupKeyFile } from '../backup/backup-key.ts';
import { folderFiles } from '../backup/folder-files.ts';
import { tongmaAt } from '../backup/restore-folder.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { pathsIn } from '../embedded/data-folder.ts';
import { StartError } from '../start-error.ts';

const external = z.object({ TONGMA_SUPERUSER_URL: postgresUrl.optional() });

interface Options {
  readonly withSecrets: boolean;
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

async function backup(file: string, { withSecrets }: Options): Promise<void> {
  const { data } = readConfig(allInOneConfig, process.env);
  const { TONGMA_SUPERUSER_URL: server } = readConfig(external, process.env);
  if (server !== undefined && withSecrets) {
    throw new StartError('--with-secrets is for a data folder; keep the files of the processes.');
  }
  const { root } = pathsIn(data);
  const files = folderFiles(root, withSecrets);
  const reached = server === undefined ? await reachDatabase(data) : null;
  try {
    const superuserUrl = tongmaAt(server ?? reached?.superuserUrl ?? '');
    await writeBackup(file, { superuserUrl, key: backupKey(root), files, say });
  } finally {
    await reached?.leave();
  }
  say(`The backup is ${file}; only the key in ${backupKeyFile(root)} opens it: keep a copy apart.`);
  if (!withSecrets) {
    say(
      'It holds no secrets: keep the other files of the data folder, or the processes’ own, too.',
    );
  }
}

/** `tongma backup`: everything in the database, in one sealed file. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('Write a sealed backup: of the data folder, or of TONGMA_SUPERUSER_URL.')
    .argument('<file>', 'file that is made')
    .option('--with-secrets', 'take the secrets and private keys of the data folder along', false)
    .addHelpText('after', '\nWorks while Tongma runs. The key stands in backup-key of TONGMA_DATA.')
    .action(backup);
}
