import { generateKeyPairSync } from 'node:crypto';
import { z } from 'zod';
import {
  KEY_USES,
  privateKeyEntry,
  type CodesPublisher,
  type PrivateKeyEntry,
  type TrustList,
  type TrustRoots,
} from '../../subgraphs/codes/publish.ts';
import { pemSigner } from '../../subgraphs/kit/signing/sealed-signer.ts';
import type { DataFolder } from '../embedded/data-folder.ts';
import { readOrMake } from '../embedded/sealed-file.ts';
import { DEMO_REGIONS } from './demo-regions.ts';

/** Roots that must sign a trust list, of those there are. */
const ROOTS = { threshold: 2, count: 3 } as const;
const DAY_MS = 86_400_000;
/** Life of a signing key and of a trust list, in days. Source: DESIGN.md §6. */
const DAYS = { key: 183, list: 7 } as const;

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

function makeRegionKeys(now: Date): PrivateKeyEntry[] {
  const notBefore = new Date(now.getTime() - 60_000).toISOString();
  const notAfter = new Date(now.getTime() + DAYS.key * DAY_MS).toISOString();
  return DEMO_REGIONS.flatMap(({ id: region }) =>
    KEY_USES.map((use) => ({ region, use, privateKey: newKey(), notBefore, notAfter })),
  );
}

/** Keys of a demo: of its regions, and its roots. */
export interface DemoKeys {
  readonly regionKeys: readonly PrivateKeyEntry[];
  /** Private root keys, PEM. A real root is never online. */
  readonly rootKeys: readonly string[];
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
  readOrMake<TrustRoots>(
    folder.trustRootsFile,
    z.object({
      environment: z.enum(['production', 'demo']),
      threshold: z.number(),
      roots: z.array(z.string()),
    }),
    () => ({
      environment: 'demo',
      threshold: ROOTS.threshold,
      roots: rootKeys.map((pem) => Buffer.from(pemSigner(pem, 'ES256').spki).toString('base64')),
    }),
  );
  return { regionKeys, rootKeys };
}

/** Publishes a fresh trust list of the demo's keys; lists live seven days. */
export async function publishDemoTrust(
  publisher: CodesPublisher,
  { regionKeys, rootKeys }: DemoKeys,
  now: Date,
): Promise<void> {
  const list: Omit<TrustList, 'version'> = {
    environment: 'demo',
    issuedAt: new Date(Math.floor(now.getTime() / 1_000) * 1_000),
    expiresAt: new Date(Math.floor(now.getTime() / 1_000) * 1_000 + DAYS.list * DAY_MS),
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
  await publisher.trustList(list, signers);
}
