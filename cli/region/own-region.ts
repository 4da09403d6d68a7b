import { existsSync } from 'node:fs';
import type { KeyUse } from '../../subgraphs/codes/publish.ts';
import {
  isEndpoint,
  publicKeyFrom,
  REGION_ROLES,
  signUpload,
  type TrustedKey,
} from '../../subgraphs/codes/trust.ts';
import { writeSealed, writeWhole } from '../../subgraphs/kit/sealed-file.ts';
import { newKey } from '../../subgraphs/kit/signing/new-key.ts';
import { sealedSigner } from '../../subgraphs/kit/signing/sealed-signer.ts';
import { divisionBook } from '../../subgraphs/kit/standards/gbt2260-data.ts';
import { StartError } from '../start-error.ts';
import type { Place } from '../trust/place.ts';
import {
  makeMissingKeys,
  makeNextKeys,
  publicEntry,
  readKeyEntries,
  writeKeyEntries,
} from './region-keys.ts';
import {
  makeRegionFolder,
  ownRegionOf,
  readRegion,
  regionPaths,
  writeRegion,
  type OwnRegion,
  type RegionPaths,
} from './region-folder.ts';

/** What is said of a region when it is made; what is absent stays as it was. */
export interface RegionOptions {
  readonly name?: string;
  readonly nameHant?: string;
  readonly nameEn?: string;
  readonly endpoint?: string;
}

/** A region of our own with what its last upload says. */
export interface UploadedRegion {
  readonly own: OwnRegion;
  readonly paths: RegionPaths;
  readonly keys: readonly TrustedKey[];
  /** Id of the upload key, for both sides to compare. */
  readonly fingerprint: string;
  /** Whether there is a new upload for the authority. */
  readonly isNew: boolean;
  readonly made: readonly KeyUse[];
}

/** A key that stands there twice, as it may from before, is listed once: else the authority refuses all of it. */
function eachOnce(withdrawn: OwnRegion['withdrawn']): OwnRegion['withdrawn'] {
  return [...new Map(withdrawn.map((one) => [one.publicKey, one])).values()];
}

function withdrawnKey(region: string, one: OwnRegion['withdrawn'][number]): TrustedKey {
  const { use, publicKey, notBefore, notAfter } = one;
  const life = { notBefore: new Date(notBefore), notAfter: new Date(notAfter) };
  return { ...publicKeyFrom(publicKey), alg: 'ES256', use, region, ...life, state: 'TERMINATED' };
}

/** Makes an upload of the region as it is now, unless the last one said the same. */
async function upload(
  place: Place,
  own: OwnRegion,
  made: readonly KeyUse[],
  now: Date,
): Promise<UploadedRegion> {
  const { region, names, roles, endpoint, state } = own;
  const paths = regionPaths(place, region);
  const held = readKeyEntries(place.keysFile).filter((entry) => entry.region === region);
  const withdrawn = eachOnce(own.withdrawn);
  const gone = withdrawn.map((one) => withdrawnKey(region, one));
  const isOver = ({ notAfter }: TrustedKey) => notAfter <= now;
  const keys = [
    ...held.map(publicEntry).filter(({ kid }) => !gone.some((key) => key.kid === kid)),
    ...gone,
  ].filter((key) => !isOver(key));
  const signer = sealedSigner(paths.uploadKeyFile, 'ES256');
  const kids = keys.map(({ kid, state: at }) => `${kid} ${at}`);
  const uploaded = JSON.stringify({ names, roles, endpoint, state, kids, key: signer.kid });
  const isNew = uploaded !== own.uploaded || !existsSync(paths.uploadFile);
  // Seconds rise, also where the folder was lost and made anew.
  const serial = Math.max(own.serial + 1, Math.floor(now.getTime() / 1_000));
  const next = { ...own, withdrawn, ...(isNew && { serial, uploaded }) };
  if (isNew) {
    const said = {
      ...{ region, names, roles, state, keys, serial, issuedAt: now },
      ...(endpoint !== null && { endpoint }),
    };
    writeWhole(paths.uploadFile, await signUpload(said, signer));
    const uploadKey = Buffer.from(signer.spki).toString('base64');
    const enrollment = JSON.stringify({ region, names, uploadKey }, null, 2);
    writeWhole(paths.enrollmentFile, Buffer.from(`${enrollment}\n`));
  }
  writeRegion(paths, next);
  return { own: next, paths, keys, fingerprint: signer.kid, isNew, made };
}

function checkEndpoint(endpoint: string): string {
  if (isEndpoint(endpoint)) return endpoint;
  throw new StartError(
    'An endpoint is an origin without a path: https://host, or http:// on loopback.',
  );
}

/**
 * Makes a region: keys of every use for six months, an upload key, and the files for the trust
 * authority. Asks nothing; run again it makes what is missing and takes over what is said anew.
 */
export async function initRegion(
  place: Place,
  region: string,
  options: RegionOptions,
  now: Date,
): Promise<UploadedRegion> {
  const division = divisionBook.get(region);
  if (!division) throw new StartError(`${region} is no division of GB/T 2260.`);
  const paths = regionPaths(place, region);
  const known = readRegion(paths);
  makeRegionFolder(paths);
  if (!existsSync(paths.uploadKeyFile)) writeSealed(paths.uploadKeyFile, newKey());
  const made = makeMissingKeys(place.keysFile, region, now);
  const name = options.name ?? known?.names.ZH_HANS ?? division.name;
  const own: OwnRegion = {
    ...{ region, roles: known?.roles ?? [...REGION_ROLES], state: known?.state ?? 'ACTIVE' },
    names: {
      ZH_HANS: name,
      ZH_HANT: options.nameHant ?? known?.names.ZH_HANT ?? name,
      EN: options.nameEn ?? known?.names.EN ?? name,
    },
    endpoint:
      options.endpoint === undefined ? (known?.endpoint ?? null) : checkEndpoint(options.endpoint),
    withdrawn: known?.withdrawn ?? [],
    ...{ serial: known?.serial ?? 0, uploaded: known?.uploaded ?? '' },
    startedAt: known?.startedAt ?? now.toISOString(),
  };
  return upload(place, own, made, now);
}

/** Which keys are replaced and when the new ones begin. */
export interface RotationOptions {
  readonly uses: readonly KeyUse[];
  /** Days until the new keys begin; 0 = at once. */
  readonly beginsIn: number;
}

/** New keys beside the old ones, which go on verifying; they sign once the trust list carries them. */
export async function rotateKeys(
  place: Place,
  region: string,
  { uses, beginsIn }: RotationOptions,
  now: Date,
): Promise<UploadedRegion> {
  const own = ownRegionOf(regionPaths(place, region), region);
  const made = makeNextKeys(place.keysFile, region, { uses, beginsIn, now });
  return upload(place, own, made, now);
}

/**
 * Withdraws a key: its private part is deleted, and the next list refuses all that it signed. Run again it
 * does what is still to be done.
 */
export async function withdrawOwnKey(
  place: Place,
  region: string,
  kid: string,
  now: Date,
): Promise<UploadedRegion> {
  const own = ownRegionOf(regionPaths(place, region), region);
  const entries = readKeyEntries(place.keysFile);
  const gone = entries.find((entry) => entry.region === region && publicEntry(entry).kid === kid);
  if (!gone) {
    if (own.withdrawn.some((one) => withdrawnKey(region, one).kid === kid)) {
      return upload(place, own, [], now);
    }
    throw new StartError(`${region} has no key ${kid} in ${place.keysFile}.`);
  }
  const { use, notBefore, notAfter } = gone;
  const publicKey = Buffer.from(publicEntry(gone).spki).toString('base64');
  const withdrawn = [...own.withdrawn, { use, publicKey, notBefore, notAfter }];
  const uploaded = await upload(place, { ...own, withdrawn }, [], now);
  writeKeyEntries(
    place.keysFile,
    entries.filter((entry) => entry !== gone),
    now,
  );
  return uploaded;
}

/** Leaves: an upload that ends the region. Nothing is destroyed here. */
export function leaveRegion(place: Place, region: string, now: Date): Promise<UploadedRegion> {
  const own = ownRegionOf(regionPaths(place, region), region);
  return upload(place, { ...own, state: 'SUNSET' }, [], now);
}
