/** One value of a row: an array is one of the database, another object is JSON. */
export type BulkValue = string | number | boolean | null | Date | Uint8Array | object;

/** One row, its values in the order of the columns. */
export type BulkRow = readonly BulkValue[];

const SPECIAL = /["\\]/;

function quoted(text: string): string {
  return SPECIAL.test(text) ? `"${text.replaceAll(/["\\]/g, '\\$&')}"` : `"${text}"`;
}

function isJson(value: object): boolean {
  return !(value instanceof Date || value instanceof Uint8Array || Array.isArray(value));
}

/** A value as an element of an array of the database. */
function elementText(value: BulkValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'object' && isJson(value)) {
    // JSON holds no control character, so that its own quoting is the database's too: much faster.
    return JSON.stringify(JSON.stringify(value));
  }
  return quoted(valueText(value) ?? '');
}

/** Values as an array of the database. */
export function arrayText(values: readonly BulkValue[]): string {
  return `{${values.map(elementText).join(',')}}`;
}

/** A value as the database reads it from text; null stays null. */
export function valueText(value: BulkValue): string | null {
  if (typeof value === 'string') return value;
  if (value === null) return null;
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (!Array.isArray(value)) return JSON.stringify(value);
  return arrayText(value);
}
