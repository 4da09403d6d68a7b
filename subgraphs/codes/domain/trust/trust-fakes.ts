import { aKey, after, aSigner, ISSUER, NOW } from '../../persistence/signing-fakes.ts';
import { nodeVerify, sha256 } from '../../persistence/node-crypto.ts';
import type { Signer } from '../token/keys.ts';
import { KEY_DAYS } from './key-rules.ts';
import type { TrustUpload, UploadRules } from './trust-upload.ts';

/** Names of an invented region. */
export const NAMES = { ZH_HANS: '样例省', ZH_HANT: '樣例省', EN: 'Example' };
const DAY = 86_400;

/** A key that begins now and lives six months. */
export function aFreshKey(given: Parameters<typeof aKey>[1] = {}, signer = aSigner()) {
  return aKey(signer, { notBefore: NOW, notAfter: after(KEY_DAYS * DAY), ...given });
}

/** The first upload of {@link ISSUER}, made now, with one key. */
export function anUpload(given: Partial<TrustUpload> = {}): TrustUpload {
  return {
    ...{ region: ISSUER, roles: ['ISSUER', 'RECEIVER'], state: 'ACTIVE', names: NAMES },
    ...{ keys: [aFreshKey()], serial: 1, issuedAt: NOW },
    ...given,
  };
}

/** How an upload of {@link ISSUER} is opened by whoever enrolled `uploader`. */
export function uploadRules(uploader: Signer, given: Partial<UploadRules> = {}): UploadRules {
  return {
    ...{ region: ISSUER, uploadKey: uploader, serial: 0, known: null, now: NOW },
    ...{ foreignKids: new Set<string>(), withdrawnKids: new Set<string>() },
    ...{ verify: nodeVerify(), sha256 },
    ...given,
  };
}
