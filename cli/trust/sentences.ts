import type {
  DraftFault,
  StoredFault,
  TrustListFault,
  UploadFault,
} from '../../subgraphs/codes/trust.ts';

/** Why an upload is refused, for whoever accepts it. */
export const UPLOAD_SENTENCES: Readonly<Record<UploadFault, string>> = {
  MALFORMED: 'This is no upload of a region.',
  BAD_SIGNATURE: 'It is not signed with the upload key that this region was enrolled with.',
  FOREIGN_REGION: 'It speaks for another region than its key may.',
  ROLLBACK: 'It is no newer than the last upload that was accepted.',
  CLOCK: 'It was made in the future: a clock, here or there, is wrong.',
  SUNSET: 'This region has ended; an end is not taken back.',
  KEY_TWICE: 'It names a key twice.',
  KEY_ID: 'The id of a key is not that of the key, or the key is not on P-256.',
  FOREIGN_KEY: 'It names a key of another region.',
  KEY_LIFE: 'A new key is over, lives longer than six months and the overlap, or begins too late.',
  KEY_CHANGED: 'It changes the use, the beginning or the end of a key that is listed.',
  KEY_RETURNED: 'It brings a withdrawn key back.',
};

/** What is wrong with a draft, for whoever is to sign it. */
export const DRAFT_SENTENCES: Readonly<Record<DraftFault, string>> = {
  VERSION: 'Its version does not follow that of the last signed list.',
  ENVIRONMENT: 'It is of another environment than the last signed list.',
  TIMES: 'It is over already, or older than the last signed list.',
  SHARED_KEY: 'It gives one key to two regions.',
  KEY_RETURNED: 'It brings a withdrawn key back.',
  SUNSET: 'It takes the end of a region back.',
};

/** Why a list is not published. */
export const LIST_SENTENCES: Readonly<Record<TrustListFault | StoredFault, string>> = {
  MALFORMED: 'This is no trust list.',
  BAD_SIGNATURE: 'A signature in the name of a root does not hold.',
  TOO_FEW_SIGNATURES: 'Too few of the roots that are trusted here have signed it.',
  ENVIRONMENT: 'It is of another environment (production or demo) than the roots.',
  ROLLBACK: 'It is older than the newest list that was ever in use here.',
  EXPIRED: 'It is over; draft and sign the next one.',
  OTHER_CONTENT: 'Another list of the same version is published already.',
};
