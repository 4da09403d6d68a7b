import { COLORS, type Color } from '../color/color.ts';
import {
  asInstant,
  asInteger,
  asList,
  asMap,
  asText,
  decodeCbor,
  encodeCbor,
  toSeconds,
  type CborMap,
  type CborValue,
} from '../token/cbor.ts';
import { RECOGNITION_MODES } from './recognition-mode.ts';
import type { Agreement, AgreementCondition } from './agreement.ts';

function entry(...pairs: readonly (readonly [string, CborValue])[]): CborMap {
  return new Map(pairs);
}

/** An agreement as the bytes that both sides sign. A withdrawal is no part of it. */
export function encodeAgreement(agreement: Agreement): Uint8Array {
  const colors = Object.entries(agreement.colorMap).flatMap(([from, to]) =>
    to ? [[from, to] as const] : [],
  );
  const payload = entry(
    ['receiver', agreement.receiver],
    ['issuer', agreement.issuer],
    ['version', agreement.version],
    ['mode', agreement.mode],
    ['colorMap', entry(...colors)],
    [
      'conditions',
      agreement.conditions.map(({ id, kind, hours, colors: asked }) =>
        entry(['id', id], ['kind', kind], ['hours', hours], ['colors', [...asked]]),
      ),
    ],
    ['validFrom', toSeconds(agreement.validFrom)],
    ['validTo', toSeconds(agreement.validTo)],
  );
  return encodeCbor(payload);
}

function readColor(value: unknown): Color | undefined {
  return COLORS.find((color) => color === value);
}

/** Maps cover colors beyond our three: the issuer's side is any text. Source: DESIGN.md §6. */
function readColorMap(value: unknown): Agreement['colorMap'] | null {
  const map = asMap(value);
  if (!map) return null;
  const pairs = [...map].flatMap(([from, to]) => {
    const [issued, mapped] = [asText(from), readColor(to)];
    return issued !== null && mapped ? [[issued, mapped] as const] : [];
  });
  return pairs.length === map.size ? Object.fromEntries(pairs) : null;
}

function readCondition(value: unknown): AgreementCondition | null {
  const condition = asMap(value);
  const id = asText(condition?.get('id'));
  const hours = asInteger(condition?.get('hours'));
  const list = asList(condition?.get('colors'));
  if (id === null || hours === null || hours <= 0 || !list) return null;
  const colors = list.map(readColor).filter((color) => color !== undefined);
  if (condition?.get('kind') !== 'NOT_DETECTED_WITHIN' || colors.length !== list.length) {
    return null;
  }
  return { id, kind: 'NOT_DETECTED_WITHIN', hours, colors };
}

/** Reads what {@link encodeAgreement} made; null for everything else. */
export function decodeAgreement(payload: Uint8Array): Agreement | null {
  const said = asMap(decodeCbor(payload));
  const receiver = asText(said?.get('receiver'));
  const issuer = asText(said?.get('issuer'));
  const version = asInteger(said?.get('version'));
  const mode = RECOGNITION_MODES.find((known) => known === said?.get('mode'));
  const colorMap = readColorMap(said?.get('colorMap'));
  const list = asList(said?.get('conditions'));
  const validFrom = asInstant(said?.get('validFrom'));
  const validTo = asInstant(said?.get('validTo'));
  if (receiver === null || issuer === null || version === null || !mode || !colorMap) return null;
  if (!list || !validFrom || !validTo) return null;
  const conditions = list.map(readCondition).filter((condition) => condition !== null);
  if (conditions.length !== list.length) return null;
  return { receiver, issuer, version, mode, colorMap, conditions, validFrom, validTo };
}
