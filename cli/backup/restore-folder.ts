import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../all-in-one/open-database.ts';
import { openDataFolder, type DataFolder } from '../embedded/data-folder.ts';
import { prepareDatabase } from '../embedded/database.ts';
import { startPostgres } from '../embedded/postgres.ts';
import { folderKeks, readSecrets } from '../embedded/secrets.ts';
import {
  dropHalfRestored,
  markWhole,
  restoringFolder,
  swapRestored,
} from '../embedded/swap-restored.ts';
import { StartError } from '../start-error.ts';
import { backupKeyFile, readBackupKey } from './backup-key.ts';
import { BackupError } from './backup-error.ts';
import { isFilled } from './load-backup.ts';
import { checkBackup, type CheckedBackup } from './read-backup.ts';
import { restoreDatabase } from './restore-database.ts';

/** How a data folder is restored. */
export interface RestoreOptions {
  readonly data: string;
  readonly file: string;
  /** File of the backup key. Default: that of the data folder. */
  readonly keyFile: string | undefined;
  /** Whether a filled data folder may be replaced. */
  readonly replace: boolean;
  readonly say: (sentence: string) => void;
}

/** Tongma's database at a server. */
export function tongmaAt(superuserUrl: string): string {
  const url = new URL(superuserUrl);
  url.pathname = '/tongma';
  return url.href;
}

async function refuseFilled(folder: DataFolder): Promise<void> {
  if (!existsSync(join(folder.postgres, 'global', 'pg_control'))) return;
  const { postgres } = await openDatabase(folder, readSecrets(folder.secretsFile));
  try {
    if (!(await isFilled(tongmaAt(postgres.superuserUrl)))) return;
  } finally {
    await postgres.stop();
  }
  throw new StartError(
    `The data folder ${folder.root} is filled; --replace sets aside what it holds.`,
  );
}

/** The keys that open what the backup holds must be there: else it could never be read. */
function checkKeks(secretsFile: string, { manifest }: CheckedBackup): void {
  const known = existsSync(secretsFile) ? folderKeks(secretsFile) : [];
  if (manifest.keks.every((kek) => known.includes(kek))) return;
  throw new BackupError(
    'DOES_NOT_FIT',
    'This backup holds no secrets, and the data folder not those that open it: put the kept ' +
      'files of the former data folder there first, secrets.json above all.',
  );
}

async function build(folder: DataFolder, backup: CheckedBackup): Promise<void> {
  const { root } = folder;
  const staged = restoringFolder(root);
  mkdirSync(staged, { mode: 0o700 });
  for (const [name, text] of backup.files) {
    writeFileSync(join(staged, name), text, { mode: 0o600, flush: true });
  }
  const brought = join(staged, 'secrets.json');
  const secretsFile = existsSync(brought) ? brought : folder.secretsFile;
  checkKeks(secretsFile, backup);
  const secrets = readSecrets(secretsFile);
  const dataDir = join(staged, 'postgres');
  const postgres = await startPostgres({
    ...{ dataDir, within: root, password: secrets.superuserPassword },
  });
  try {
    const urls = await prepareDatabase(postgres.superuserUrl, secrets);
    const superuserUrl = tongmaAt(postgres.superuserUrl);
    await restoreDatabase({ superuserUrl, ownerUrl: urls.tongma_owner }, backup);
  } finally {
    await postgres.stop();
  }
}

/**
 * Restores a data folder. The new one is made beside what is there, and put in its place when it is
 * whole; until then nothing is touched. @throws {BackupError}
 */
export async function restoreFolder(options: RestoreOptions): Promise<void> {
  const { data, file, replace, say } = options;
  const folder = openDataFolder(data);
  const { root } = folder;
  try {
    await dropHalfRestored(root);
    const ownKey = backupKeyFile(root);
    const keyFile = options.keyFile ?? ownKey;
    const backup = await checkBackup(file, readBackupKey(keyFile));
    if (!replace) await refuseFilled(folder);
    try {
      await build(folder, backup);
    } catch (error) {
      await dropHalfRestored(root);
      throw error;
    }
    if (!existsSync(ownKey)) {
      writeFileSync(
        join(restoringFolder(root), 'backup-key'),
        `${backup.key.toString('base64url')}\n`,
        {
          ...{ mode: 0o600, flush: true },
        },
      );
    }
    markWhole(root);
    const aside = swapRestored(root);
    say(`The data folder ${root} is as it was at ${backup.manifest.takenAt}.`);
    if (aside) say(`What it held before stands in ${aside}; remove that when it is not needed.`);
  } finally {
    folder.unlock();
  }
}
