/** Kinds of signed list, as the engine takes them. */
export const LIST_KINDS = [
  'trustList',
  'terms',
  'agreements',
  'statements',
  'statusLists',
] as const;
/** One kind. */
export type ListKind = (typeof LIST_KINDS)[number];

/** A signed list on this device. */
export interface KeptList {
  readonly kind: ListKind;
  /** SHA-256, hexadecimal. */
  readonly etag: string;
  readonly bytes: Uint8Array;
}

/** Whom this device trusts: kept from the first fetch on. */
export interface TrustRoots {
  readonly environment: 'production' | 'demo';
  readonly threshold: number;
  /** SubjectPublicKeyInfo, DER, base64. */
  readonly keys: readonly string[];
}

/** A region's name in each language that the graph knows. */
export type RegionNames = Readonly<Record<'ZH_HANS' | 'ZH_HANT' | 'EN', string>>;

/** What is kept beside the lists of a place. */
export interface AboutLists {
  /** Region whose verdicts they give. */
  readonly region: string;
  readonly names: Readonly<Record<string, RegionNames>>;
  readonly fetchedAt: Date;
}

/** What one fetch leaves on the device. */
export interface NewLists {
  readonly roots: TrustRoots;
  readonly about: AboutLists;
  readonly put: readonly KeptList[];
  /** Etags of all that stays, new or not; everything else of the place goes. */
  readonly keep: ReadonlySet<string>;
}

/** Lists on a device, by the division where codes are presented. They say nothing about people. */
export interface ListStore {
  roots(): Promise<TrustRoots | null>;
  read(
    place: string,
  ): Promise<{ readonly about: AboutLists | null; readonly lists: readonly KeptList[] }>;
  /** Etags of what is kept for a place. */
  etags(place: string): Promise<ReadonlySet<string>>;
  /** All of it or nothing. */
  write(place: string, lists: NewLists): Promise<void>;
  /** Forgets everything, the roots too. */
  clear(): Promise<void>;
}

/** Whether a device keeps to its roots. */
export function sameRoots(a: TrustRoots, b: TrustRoots): boolean {
  const text = ({ environment, threshold, keys }: TrustRoots) =>
    [environment, threshold, ...keys].join(' ');
  return text(a) === text(b);
}
