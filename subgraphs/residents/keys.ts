import { createBlindIndex } from '../kit/keys/blind-index.ts';
import { createFieldCipher } from '../kit/keys/field-cipher.ts';
import { keyRing } from '../kit/keys/key-ring.ts';
import { KEY_LEASE_MS, type KeyWrapper } from '../kit/keys/key-wrapper.ts';
import { OperatorError } from '../kit/operator-error.ts';
import { openOrm } from '../kit/orm.ts';
import { keyRingStore } from './persistence/key-ring.store.ts';
import { rotateData } from './persistence/rotation/rotate-data.ts';
import { rotateIndex } from './persistence/rotation/rotate-index.ts';
import { rotateKek } from './persistence/rotation/rotate-kek.ts';
import { keyRegions, openSession, type Rotation } from './persistence/rotation/session.ts';
import { storage } from './persistence/storage.ts';

export { keyWrapperConfig } from '../kit/keys/wrapper-config.ts';

/** Replaces keys while writers run. Each can be killed and begun again. */
export interface KeyRotation {
  /** New data keys: of one region, or of all. @throws {OperatorError} for a region without keys */
  data(region?: string): Promise<void>;
  /** Everything under the present key-encryption key. @returns how many keys were wrapped anew */
  kek(): Promise<number>;
  index(): Promise<void>;
  close(): Promise<void>;
}

/** Where and with what keys are replaced. */
export interface KeyRotationOptions {
  /** Of the role `tongma_residents`. */
  readonly databaseUrl: string;
  readonly wrapper: KeyWrapper;
  readonly firstIndexKey: Buffer | null;
  readonly say: (sentence: string) => void;
  /** The lease of the processes that run. Default: {@link KEY_LEASE_MS}. */
  readonly leaseMs?: number;
}

/** Opens the rotation of keys, for the command line. @throws {OperatorError} when another one runs */
export async function openKeyRotation(options: KeyRotationOptions): Promise<KeyRotation> {
  const { databaseUrl, wrapper, firstIndexKey, say, leaseMs = KEY_LEASE_MS } = options;
  const orm = await openOrm(storage, databaseUrl, 2);
  const keysOrm = await openOrm(storage, databaseUrl, 2);
  const closeOrms = async () => {
    await keysOrm.close();
    await orm.close();
  };
  const session = await openSession(databaseUrl, leaseMs).catch(async (error: unknown) => {
    await closeOrms();
    throw error;
  });
  const ring = keyRing({ store: keyRingStore(keysOrm), wrapper, firstIndexKey, leaseMs });
  const rotation: Rotation = {
    ...{ orm, ring, wrapper, say },
    cipher: createFieldCipher(ring),
    index: createBlindIndex(ring),
    settle: () => session.settle(),
  };
  return {
    async data(region) {
      const regions = await keyRegions(rotation);
      if (region !== undefined && !regions.includes(region)) {
        throw new OperatorError(`The region ${region} registers no residents here.`);
      }
      await rotateData(rotation, region === undefined ? regions : [region]);
    },
    kek: () => rotateKek(rotation),
    index: () => rotateIndex(rotation),
    async close() {
      await session.close();
      await closeOrms();
    },
  };
}
