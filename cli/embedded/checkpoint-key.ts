import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { KnownWitness } from '../../subgraphs/kit/audit/ask-witnesses.ts';
import { startCheckpointer, type Checkpointer } from '../../subgraphs/kit/audit/checkpointer.ts';
import { keyIdOf } from '../../subgraphs/kit/audit/checkpoint.ts';
import { keptCheckpoint } from '../../subgraphs/kit/audit/kept-checkpoint.ts';
import type { Log } from '../../subgraphs/kit/log.ts';
import { StartError } from '../start-error.ts';
import type { DataFolder } from './data-folder.ts';
import type { DatabaseUrls } from './database.ts';
import { writeSealed } from './sealed-file.ts';

/** The key of a data folder's audit log; made on first use. @throws {StartError} when it is broken */
export function checkpointKey({
  checkpointKeyFile,
  checkpointPublicKeyFile,
}: Pick<DataFolder, 'checkpointKeyFile' | 'checkpointPublicKeyFile'>): KeyObject {
  if (!existsSync(checkpointKeyFile)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeSealed(checkpointKeyFile, String(pem));
  }
  try {
    const key = createPrivateKey(readFileSync(checkpointKeyFile));
    if (!existsSync(checkpointPublicKeyFile)) {
      const pem = createPublicKey(key).export({ type: 'spki', format: 'pem' });
      writeSealed(checkpointPublicKeyFile, String(pem));
    }
    return key;
  } catch (cause) {
    throw new StartError(`The file ${checkpointKeyFile} is broken; restore it.`, { cause });
  }
}

/** Name of a data folder's audit log: that of its key, so that no two have the same. */
export function logNameOf(key: KeyObject): string {
  return `tongma-${keyIdOf(key)}`;
}

/** Starts checkpoints for a data folder; the first stands when this returns. */
export function openCheckpointer(
  folder: DataFolder,
  urls: Pick<DatabaseUrls, 'tongma_checkpoint'>,
  logger: Log,
  witnesses: readonly KnownWitness[] = [],
): Promise<Checkpointer> {
  const key = checkpointKey(folder);
  return startCheckpointer({
    ...{ log: logNameOf(key), key, logger, witnesses },
    databaseUrl: urls.tongma_checkpoint,
    kept: keptCheckpoint(folder.checkpointFile),
  });
}
