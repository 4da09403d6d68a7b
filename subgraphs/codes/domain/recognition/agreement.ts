import { COLORS, type Color } from '../color/color.ts';
import {
  asInteger,
  asMap,
  asText,
  decodeCbor,
  encodeCbor,
  type CborMap,
  type CborValue,
} from '../token/cbor.ts';
import { goodSigners, readByMany, signByMany } from '../token/cose-sign.ts';
import type { Signer, Verify } from '../token/keys.ts';
import type { TrustIndex } from '../trust/trust-list.ts';

/** The three official modes. Source: DESIGN.md §6, Modes. */
export const RECOGNITION_MODES = ['DIRECT', 'SHARED_DATA', 'CONVERT'] as const;
export type RecognitionMode = (typeof RECOGNITION_MODES)[number];

/** What a color must meet besides; closed list. */
export interface AgreementCondition {
  readonly id: string;
  readonly kind: 'NOT_DETECTED_WITHIN';
  readonly hours: number;
  /** Issued colors that it is asked of. */
  readonly colors: readonly Color[];
}

/** One-way: the receiver accepts the issuer's codes. Nothing is inherited up or down. */
export interface Agreement {
  readonly receiver: string;
  readonly issuer: string;
  readonly version: number;
  readonly mode: RecognitionMode;
  /** Issuer's color to ours; a color that is not in it is looked at by hand. */
  readonly colorMap: Readonly<Partial<Record<Color, Color>>>;
  readonly conditions: readonly AgreementCondition[];
  readonly validFrom: Date;
  /** Exclusive. */
  readonly validTo: Date;
}

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1_000);
}

function entry(...pairs: readonly (readonly [string, CborValue])[]): CborMap {
  return new Map(pairs);
}

/** Lets both sides sign an agreement. */
export function signAgreement(agreement: Agreement, signers: readonly Signer[]) {
  const { colorMap, conditions } = agreement;
  const payload = entry(
    ['receiver', agreement.receiver],
    ['issuer', agreement.issuer],
    ['version', agreement.version],
    ['mode', agreement.mode],
    ['colorMap', entry(...Object.entries(colorMap))],
    [
      'conditions',
      conditions.map(({ id, kind, hours, colors }) =>
        entry(['id', id], ['kind', kind], ['hours', hours], ['colors', [...colors]]),
      ),
    ],
    ['validFrom', seconds(agreement.validFrom)],
    ['validTo', seconds(agreement.validTo)],
  );
  return signByMany(encodeCbor(payload), signers);
}

function readColor(value: unknown): Color | undefined {
  return COLORS.find((color) => color === value);
}

function readColorMap(value: unknown): Partial<Record<Color, Color>> | null {
  const map: Partial<Record<Color, Color>> = {};
  for (const [from, to] of asMap(value) ?? []) {
    const [issued, mapped] = [readColor(from), readColor(to)];
    if (!issued || !mapped) return null;
    map[issued] = mapped;
  }
  return asMap(value) && map;
}

function readCondition(value: unknown): AgreementCondition | null {
  const condition = asMap(value);
  const id = asText(condition?.get('id'));
  const hours = asInteger(condition?.get('hours'));
  const list: unknown = condition?.get('colors');
  if (id === null || hours === null || !Array.isArray(list)) return null;
  const colors = list.map(readColor);
  if (condition?.get('kind') !== 'NOT_DETECTED_WITHIN' || colors.includes(undefined)) return null;
  return { id, kind: 'NOT_DETECTED_WITHIN', hours, colors: colors.filter((c) => c !== undefined) };
}

function readAgreement(payload: Uint8Array): Agreement | null {
  const said = asMap(decodeCbor(payload));
  const receiver = asText(said?.get('receiver'));
  const issuer = asText(said?.get('issuer'));
  const version = asInteger(said?.get('version'));
  const mode = RECOGNITION_MODES.find((known) => known === said?.get('mode'));
  const colorMap = readColorMap(said?.get('colorMap'));
  const list: unknown = said?.get('conditions');
  const from = asInteger(said?.get('validFrom'));
  const to = asInteger(said?.get('validTo'));
  if (receiver === null || issuer === null || version === null || !mode || !colorMap) return null;
  if (!Array.isArray(list) || from === null || to === null) return null;
  const conditions = list.map(readCondition);
  if (conditions.includes(null)) return null;
  return {
    ...{ receiver, issuer, version, mode, colorMap },
    conditions: conditions.filter((condition) => condition !== null),
    ...{ validFrom: new Date(from * 1_000), validTo: new Date(to * 1_000) },
  };
}

/** Reads an agreement that a key of each side (use `policy`) has signed; null for any other. */
export async function openAgreement(
  bytes: Uint8Array,
  trust: TrustIndex,
  verify: Verify,
): Promise<Agreement | null> {
  const signed = readByMany(bytes);
  const agreement = signed && readAgreement(signed.payload);
  if (!agreement) return null;
  for (const side of [agreement.receiver, agreement.issuer]) {
    const keys = (trust.region(side)?.keys ?? []).filter(
      ({ use, state }) => use === 'policy' && state === 'ACTIVE',
    );
    if ((await goodSigners(signed, keys, verify)).size === 0) return null;
  }
  return agreement;
}

/** The newest agreement of exactly this pair that is in force. */
export function agreementFor(
  agreements: readonly Agreement[],
  receiver: string,
  issuer: string,
  now: Date,
): Agreement | null {
  return agreements
    .filter((agreement) => agreement.receiver === receiver && agreement.issuer === issuer)
    .filter(({ validFrom, validTo }) => validFrom <= now && now < validTo)
    .reduce<Agreement | null>((a, b) => (a && a.version > b.version ? a : b), null);
}
