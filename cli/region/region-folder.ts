import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KEY_USES } from '../../subgraphs/codes/publish.ts';
import { REGION_ROLES } from '../../subgraphs/codes/trust.ts';
import { writeSealed } from '../../subgraphs/kit/sealed-file.ts';
import { readSealed } from '../embedded/sealed-file.ts';
import { StartError } from '../start-error.ts';
import type { Place } from '../trust/place.ts';

const ownRegion = z.object({
  region: z.string(),
  names: z.object({ ZH_HANS: z.string(), ZH_HANT: z.string(), EN: z.string() }),
  roles: z.array(z.enum(REGION_ROLES)),
  endpoint: z.string().nullable(),
  state: z.enum(['ACTIVE', 'SUNSET']),
  /** Keys that were withdrawn; their private parts are gone. */
  withdrawn: z.array(
    z.object({
      ...{ use: z.enum(KEY_USES), publicKey: z.string() },
      ...{ notBefore: z.iso.datetime(), notAfter: z.iso.datetime() },
    }),
  ),
  /** Serial of the last upload, and what was in it: the same is not uploaded twice. */
  serial: z.number().int().min(0),
  uploaded: z.string(),
  /** When `region init` was first run: how long joining took is counted from it. */
  startedAt: z.iso.datetime(),
});

/** A region of our own, as its folder has it. */
export type OwnRegion = z.infer<typeof ownRegion>;

/** Where things of a region stand in a data folder. */
export function regionPaths({ root }: Pick<Place, 'root'>, region: string) {
  const folder = join(root, 'regions', region);
  return {
    folder,
    regionFile: join(folder, 'region.json'),
    /** Private key that uploads are signed with: sealed, and of no other use. */
    uploadKeyFile: join(folder, 'upload-key.pem'),
    /** For the trust authority; nothing in them is secret. */
    enrollmentFile: join(folder, 'enrollment.json'),
    uploadFile: join(folder, 'upload.cbor'),
  };
}

/** Paths of a region. */
export type RegionPaths = ReturnType<typeof regionPaths>;

/** Makes the folder of a region. */
export function makeRegionFolder({ folder }: RegionPaths): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** Reads a region; null when it was not made here. @throws {StartError} when its file is broken */
export function readRegion({ regionFile }: RegionPaths): OwnRegion | null {
  return existsSync(regionFile) ? readSealed(regionFile, ownRegion) : null;
}

/** Reads a region that must have been made. @throws {StartError} */
export function ownRegionOf(paths: RegionPaths, region: string): OwnRegion {
  const own = readRegion(paths);
  if (own) return own;
  throw new StartError(
    `${region} was not made here; run \`tongma region init --region ${region}\`.`,
  );
}

/** Writes a region. */
export function writeRegion({ regionFile }: RegionPaths, own: OwnRegion): void {
  writeSealed(regionFile, JSON.stringify(own, null, 2));
}
