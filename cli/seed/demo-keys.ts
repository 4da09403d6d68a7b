import { z } from 'zod';
import {
  KEY_USES,
  privateKeyEntry,
  trustFloor,
  type CodesPublisher,
  type PrivateKeyEntry,
  type TrustList,
  type TrustRoots,
} from '../../subgraphs/codes/publish.ts';
import { KEY_DAYS, trustRoots } from '../../subgraphs/codes/trust.ts';
import { pemSigner } from '../../subgraphs/kit/signing/sealed-signer.ts';
import type { DataFolder } from '../embedded/data-folder.ts';
import { readOrMake } from '../embedded/sealed-file.ts';
import { newKey } from '../../subgraphs/kit/signing/new-key.ts';
import { DEMO_REGIONS } from './demo-regions.ts';

/** Roots that must sign a trust list, of those there are. */
const ROOTS = { threshold: 2, count: 3 } as const;
const DAY_MS = 86_400_000;
/** Life of a trust list, in days. Source: DESIGN.md §6. */
const LIST_DAYS = 7;

function makeRegionKeys(now: Date): PrivateKeyEntry[] {
  const notBefore = new Date(now.getTime() - 60_000).toISOString();
  const notAfter = new Date(now.getTime() + KEY_DAYS * DAY_MS).toISOString();
  return DEMO_REGIONS.flatMap(({ id: region }) =>
    KEY_USES.map((use) => ({ region, use, privateKey: newKey(), notBefore, notAfter })),
  );
}

/** Keys of a demo: of its regions, and its roots. */
export interface DemoKeys {
  readonly regionKeys: readonly PrivateKeyEntry[];
  /** Private root keys, PEM. A real root is never online. */
  readonly rootKeys: readonly string[];
  /** Highest version of a trust list that was in use; null where the roots are not the demo's. */
  readonly floor: number | null;
}

/**
 * Reads the keys of a data folder, or makes them: root keys, the file of them that the codes
 * subgraph reads, and for a demo the keys of its regions.
 */
export function demoKeys(folder: DataFolder, now: Date, withRegions = true): DemoKeys {
  const rootKeys = readOrMake(folder.demoRootsFile, z.array(z.string()), () =>
    Array.from({ length: ROOTS.count }, newKey),
  );
  const regionKeys = readOrMake(folder.keysFile, z.array(privateKeyEntry), () =>
    withRegions ? makeRegionKeys(now) : [],
  );
  const own = rootKeys.map((pem) => Buffer.from(pemSigner(pem, 'ES256').spki).toString('base64'));
  const { roots } = readOrMake<TrustRoots>(folder.trustRootsFile, trustRoots, () => ({
    ...{ environment: 'demo', threshold: ROOTS.threshold, roots: own },
  }));
  const isOwn = roots.join() === own.join();
  const floor = isOwn ? trustFloor(folder.trustFloorFile).version() : null;
  return { regionKeys, rootKeys, floor };
}

/**
 * Publishes a fresh trust list of the demo's keys; lists live seven days. Nothing where an authority
 * of its own signs the lists.
 */
export async function publishDemoTrust(
  publisher: CodesPublisher,
  { regionKeys, rootKeys, floor }: DemoKeys,
  now: Date,
): Promise<void> {
  if (floor === null) return;
  const list: Omit<TrustList, 'version'> = {
    environment: 'demo',
    issuedAt: new Date(Math.floor(now.getTime() / 1_000) * 1_000),
    expiresAt: new Date(Math.floor(now.getTime() / 1_000) * 1_000 + LIST_DAYS * DAY_MS),
    regions: DEMO_REGIONS.map(({ id: region }) => ({
      region,
      state: 'ACTIVE',
      keys: regionKeys
        .filter((entry) => entry.region === region)
        .map(({ use, privateKey, notBefore, notAfter }) => {
          const { kid, spki } = pemSigner(privateKey, 'ES256');
          const life = { notBefore: new Date(notBefore), notAfter: new Date(notAfter) };
          return { kid, alg: 'ES256', use, region, ...life, state: 'ACTIVE', spki };
        }),
    })),
  };
  const signers = rootKeys.slice(0, ROOTS.threshold).map((pem) => pemSigner(pem, 'ES256'));
  await publisher.trustList(list, signers, floor);
}
