import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { KnownWitness } from '../../subgraphs/kit/audit/ask-witnesses.ts';
import { startCheckpointer, type Checkpointer } from '../../subgraphs/kit/audit/checkpointer.ts';
import { keptCheckpoint } from '../../subgraphs/kit/audit/kept-checkpoint.ts';
import type { Log } from '../../subgraphs/kit/log.ts';
import { publicKeyOf, sealedSigner } from '../../subgraphs/kit/signing/sealed-signer.ts';
import type { Signer } from '../../subgraphs/kit/signing/signer.ts';
import { StartError } from '../start-error.ts';
import type { DataFolder } from './data-folder.ts';
import type { DatabaseUrls } from './database.ts';
import { writeSealed } from './sealed-file.ts';

/** Signs for a data folder's audit log; its key is made on first use. @throws {StartError} when it is broken */
export function checkpointSigner({
  checkpointKeyFile,
  checkpointPublicKeyFile,
}: Pick<DataFolder, 'checkpointKeyFile' | 'checkpointPublicKeyFile'>): Signer {
  if (!existsSync(checkpointKeyFile)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeSealed(checkpointKeyFile, String(pem));
  }
  try {
    const signer = sealedSigner(checkpointKeyFile, 'EdDSA');
    if (!existsSync(checkpointPublicKeyFile)) {
      const pem = publicKeyOf(signer).export({ type: 'spki', format: 'pem' });
      writeSealed(checkpointPublicKeyFile, String(pem));
    }
    return signer;
  } catch (cause) {
    throw new StartError(`The file ${checkpointKeyFile} is broken; restore it.`, { cause });
  }
}

/** Name of a data folder's audit log: that of its key, so that no two have the same. */
export function logNameOf({ kid }: Pick<Signer, 'kid'>): string {
  return `tongma-${kid}`;
}

/** Starts checkpoints for a data folder; the first stands when this returns. */
export function openCheckpointer(
  folder: DataFolder,
  urls: Pick<DatabaseUrls, 'tongma_checkpoint'>,
  logger: Log,
  witnesses: readonly KnownWitness[] = [],
): Promise<Checkpointer> {
  const key = checkpointSigner(folder);
  return startCheckpointer({
    ...{ log: logNameOf(key), key, logger, witnesses },
    databaseUrl: urls.tongma_checkpoint,
    kept: keptCheckpoint(folder.checkpointFile),
  });
}
