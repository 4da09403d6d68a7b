import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  changesBetween,
  draftFaults,
  draftTrustList,
  openListHere,
  openUploadHere,
  publicKeyFrom,
  readList,
  readUploadHere,
  regionOfUpload,
  signListAlso,
  unsignedList,
  type TrustChange,
  type TrustList,
  type TrustRoots,
  type TrustUpload,
} from '../../subgraphs/codes/trust.ts';
import { writeSealed, writeWhole } from '../../subgraphs/kit/sealed-file.ts';
import { pemSigner, sealedSigner } from '../../subgraphs/kit/signing/sealed-signer.ts';
import { StartError } from '../start-error.ts';
import {
  listName,
  makeAuthorityFolder,
  openAuthority,
  readNamed,
  type AuthorityFolder,
} from './authority-folder.ts';
import { enrollment } from './enrollment.ts';
import { newKey } from '../../subgraphs/kit/signing/new-key.ts';
import { DRAFT_SENTENCES, UPLOAD_SENTENCES } from './sentences.ts';

/** How an authority is made. */
export interface AuthorityOptions {
  readonly roots: number;
  readonly threshold: number;
  readonly environment: TrustRoots['environment'];
}

/** Makes an authority: its root keys, one a file, and what verifiers are given. */
export function initAuthority(folder: string, options: AuthorityOptions): readonly string[] {
  const { roots: count, threshold, environment } = options;
  if (threshold < 1 || threshold > count || count > 20) {
    throw new StartError('Of 1 to 20 roots, at least one and at most all must sign.');
  }
  const keys = Array.from({ length: count }, newKey);
  const roots = keys.map((pem) => Buffer.from(pemSigner(pem, 'ES256').spki).toString('base64'));
  const { shares } = makeAuthorityFolder(folder, { environment, threshold, roots });
  return keys.map((pem, index) => {
    const file = join(shares, `root-${index + 1}.pem`);
    writeSealed(file, pem);
    return file;
  });
}

/** Enters a region and its upload key; the fingerprint of the key is what both sides compare. */
export function enrollRegion(folder: string, file: string, again: boolean, now: Date) {
  const authority = openAuthority(folder);
  const { region, names, uploadKey } = enrollment(readNamed(file));
  const known = authority.register.regions.find((one) => one.region === region);
  if (known && known.uploadKey !== uploadKey && !again) {
    throw new StartError(`${region} is enrolled with another upload key; --again replaces it.`);
  }
  const regions = authority.register.regions.filter((one) => one.region !== region);
  const one = { region, uploadKey, serial: known?.serial ?? 0, enrolledAt: now.toISOString() };
  authority.save({ ...authority.register, regions: [...regions, one] });
  return { region, names, fingerprint: publicKeyFrom(uploadKey).kid };
}

function uploadFile({ paths }: AuthorityFolder, region: string): string {
  return join(paths.uploads, `${region}.cbor`);
}

/** Uploads that were accepted, one a region. */
async function acceptedUploads(authority: AuthorityFolder): Promise<TrustUpload[]> {
  const uploads = [];
  for (const { region, uploadKey } of authority.register.regions) {
    const file = uploadFile(authority, region);
    if (!existsSync(file)) continue;
    const upload = await readUploadHere(readNamed(file), publicKeyFrom(uploadKey));
    // One of an upload key before is passed over; a file that is none was cut, and would be missing.
    if (!('fault' in upload)) uploads.push(upload);
    else if (upload.fault === 'MALFORMED')
      throw new StartError(`${file} is broken: accept that upload again.`);
  }
  return uploads;
}

async function rulesOf(authority: AuthorityFolder, region: string, now: Date) {
  const { register } = authority;
  const enrolled = register.regions.find((one) => one.region === region);
  if (!enrolled) throw new StartError(`${region} is not enrolled; \`tongma trust enroll\` first.`);
  const list = (await authority.last())?.list ?? null;
  const uploads = await acceptedUploads(authority);
  const others = [...(list?.regions ?? []), ...uploads].filter((one) => one.region !== region);
  const withdrawn = register.withdrawn.filter((one) => one.region === region);
  return {
    ...{ region, now, uploadKey: publicKeyFrom(enrolled.uploadKey), serial: enrolled.serial },
    known: list?.regions.find((one) => one.region === region) ?? null,
    foreignKids: new Set(others.flatMap(({ keys }) => keys.map(({ kid }) => kid))),
    withdrawnKids: new Set(withdrawn.map(({ kid }) => kid)),
  };
}

/** Accepts an upload, for the next list. @throws {StartError} with why it is refused */
export async function acceptUpload(folder: string, file: string, now: Date): Promise<TrustUpload> {
  const authority = openAuthority(folder);
  const bytes = readNamed(file);
  const region = regionOfUpload(bytes);
  if (region === null) throw new StartError(`${file}: ${UPLOAD_SENTENCES.MALFORMED}`);
  const upload = await openUploadHere(bytes, await rulesOf(authority, region, now));
  if ('fault' in upload) {
    const key = upload.kid === undefined ? '' : ` Key ${upload.kid}.`;
    throw new StartError(`${file}: ${UPLOAD_SENTENCES[upload.fault]}${key}`);
  }
  writeWhole(uploadFile(authority, region), bytes);
  const { register } = authority;
  const regions = register.regions.map((one) =>
    one.region === region ? { ...one, serial: upload.serial } : one,
  );
  authority.save({ ...register, regions });
  return upload;
}

/** A list and what it changes, as it is shown to those who sign it. */
export interface ShownList {
  readonly list: TrustList;
  readonly changes: readonly TrustChange[];
  /** SHA-256 of what is signed, hexadecimal. */
  readonly digest: string;
  readonly file: string;
}

/** Makes the next list, unsigned. */
export async function draftList(folder: string, days: number, now: Date): Promise<ShownList> {
  const authority = openAuthority(folder);
  const { register, roots, paths } = authority;
  const last = (await authority.last())?.list ?? null;
  const uploads = await acceptedUploads(authority);
  const { withdrawn, sunset } = register;
  const list = draftTrustList({
    ...{ last, environment: roots.environment, uploads, withdrawn, sunset, now, days },
  });
  const file = join(paths.root, `draft-${list.version}.cbor`);
  const begun = existsSync(file) ? (readList(readNamed(file))?.kids.length ?? 0) : 0;
  if (begun > 0) {
    throw new StartError(
      `${file} has ${begun} signatures already: sign it too, or remove it first.`,
    );
  }
  const bytes = unsignedList(list);
  writeWhole(file, bytes);
  return { list, changes: changesBetween(last, list), digest: readList(bytes)?.digest ?? '', file };
}

/** What became of a draft. */
export interface SignedDraft extends ShownList {
  /** False: it was only shown. */
  readonly signed: boolean;
  readonly signatures: number;
  /** Where the list stands once enough have signed it. */
  readonly published: string | null;
}

/** Which draft is signed, by whom, and how it is known that the signer saw it. */
export interface SignOptions {
  readonly draft: string;
  /** Sealed file of a root key. */
  readonly root: string;
  /** What the signer read off the first time, 16 digits or more; undefined: only shown. */
  readonly digest: string | undefined;
}

/**
 * Shows what a draft changes against the last list that was signed here, and signs it for one root
 * once its digest is given back. @throws {StartError} for a draft that nobody should sign
 */
export async function signDraft(
  folder: string,
  options: SignOptions,
  now: Date,
): Promise<SignedDraft> {
  const authority = openAuthority(folder);
  const { roots, paths } = authority;
  const file = options.draft;
  const bytes = readNamed(file);
  const shown = readList(bytes);
  if (!shown) throw new StartError(`${file} is no draft of a trust list.`);
  const { list, digest } = shown;
  const last = (await authority.last())?.list ?? null;
  const [fault] = draftFaults(last, list, now);
  if (fault) throw new StartError(`${file} must not be signed: ${DRAFT_SENTENCES[fault]}`);
  const seen = { list, changes: changesBetween(last, list), digest, file };
  const given = options.digest?.toLowerCase() ?? '';
  if (given === '') {
    return { ...seen, signed: false, signatures: shown.kids.length, published: null };
  }
  if (given.length < 16 || !digest.startsWith(given)) {
    throw new StartError(
      `This draft has another digest (${digest.slice(0, 16)}); it was not signed.`,
    );
  }
  const root = sealedSigner(options.root, 'ES256');
  if (!roots.roots.some((one) => publicKeyFrom(one).kid === root.kid)) {
    throw new StartError(`${options.root} holds no root of this authority.`);
  }
  const signed = await signListAlso(bytes, root);
  writeWhole(file, signed);
  const opened = await openListHere(signed, roots, { now });
  const published = 'fault' in opened ? null : join(paths.lists, listName(list.version));
  if (published !== null) {
    writeWhole(published, signed);
  }
  return { ...seen, signed: true, signatures: readList(signed)?.kids.length ?? 0, published };
}

/** Takes a key, or a whole region, out of every list from the next one on. */
export async function takeBack(
  folder: string,
  region: string,
  key: { readonly kid: string; readonly reason: string } | null,
  now: Date,
): Promise<void> {
  const authority = openAuthority(folder);
  const { register } = authority;
  const listed = (await authority.last())?.list.regions.find((one) => one.region === region);
  if (!listed) throw new StartError(`The last signed list does not name ${region}.`);
  if (key === null) {
    authority.save({ ...register, sunset: [...new Set([...register.sunset, region])] });
    return;
  }
  if (!listed.keys.some(({ kid }) => kid === key.kid)) {
    throw new StartError(`The last signed list gives ${region} no key ${key.kid}.`);
  }
  const others = register.withdrawn.filter((one) => one.kid !== key.kid);
  const one = { region, ...key, at: now.toISOString() };
  authority.save({ ...register, withdrawn: [...others, one] });
}
