import { Command } from 'commander';
import { z } from 'zod';
import { postgresUrl } from '../../subgraphs/kit/config-fields.ts';
import { readConfig } from '../../subgraphs/kit/read-config.ts';
import { allInOneConfig } from '../all-in-one/settings.ts';
import { backupKeyFile, readBackupKey } from '../backup/backup-key.ts';
import { isFilled } from '../backup/load-backup.ts';
import { checkBackup } from '../backup/read-backup.ts';
import { restoreDatabase } from '../backup/restore-database.ts';
import { restoreFolder, tongmaAt } from '../backup/restore-folder.ts';
import { pathsIn } from '../embedded/data-folder.ts';
import { refuseHalf } from '../external-database.ts';
import { StartError } from '../start-error.ts';

const external = z.object({
  TONGMA_SUPERUSER_URL: postgresUrl.optional(),
  TONGMA_OWNER_URL: postgresUrl.optional(),
});

interface Options {
  readonly key?: string;
  readonly replace: boolean;
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

async function restoreExternal(file: string, server: string, ownerUrl: string, options: Options) {
  const { data } = readConfig(allInOneConfig, process.env);
  const key = options.key ?? backupKeyFile(pathsIn(data).root);
  const checked = await checkBackup(file, readBackupKey(key));
  const superuserUrl = tongmaAt(server);
  if (options.replace || (await isFilled(superuserUrl))) {
    throw new StartError(
      'The database of TONGMA_SUPERUSER_URL is filled; drop it, and let `tongma prepare` make it.',
    );
  }
  await restoreDatabase({ superuserUrl, ownerUrl }, checked);
  say(`The database is as it was at ${checked.manifest.takenAt}.`);
}

async function restore(file: string, options: Options): Promise<void> {
  refuseHalf(process.env, ['TONGMA_SUPERUSER_URL', 'TONGMA_OWNER_URL']);
  const { TONGMA_SUPERUSER_URL: server, TONGMA_OWNER_URL: owner } = readConfig(
    external,
    process.env,
  );
  if (server !== undefined && owner !== undefined) {
    await restoreExternal(file, server, owner, options);
    return;
  }
  const { data } = readConfig(allInOneConfig, process.env);
  await restoreFolder({ data, file, keyFile: options.key, replace: options.replace, say });
}

/** `tongma restore`: makes of a backup what was backed up. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('Restore a backup: into an empty data folder, or TONGMA_SUPERUSER_URL.')
    .argument('<file>', 'file that `tongma backup` made')
    .option('--key <file>', 'file of the backup key; otherwise backup-key of TONGMA_DATA')
    .option('--replace', 'set aside what a filled data folder holds', false)
    .addHelpText(
      'after',
      '\nThe file is checked from beginning to end before anything is done. An external database was' +
        '\nmade by `tongma prepare`; it needs TONGMA_SUPERUSER_URL and TONGMA_OWNER_URL.',
    )
    .action(restore);
}
