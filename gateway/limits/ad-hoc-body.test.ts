import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { bodyCheck, BODY_USUAL, LARGE, TEXT_MAX } from './ad-hoc-body.ts';

const batch = 'query($i: [RecognizeCodeInput!]!) { recognizeCodes(inputs: $i) { pass } }';
const check = bodyCheck();

function refusal(body: unknown, bytes: number): string | null {
  try {
    check(body, bytes);
    return null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return 'code' in error ? String(error.code) : error.name;
  }
}

describe('the body of an ad-hoc request', () => {
  it.each([
    ['of the usual size', { query: '{ regions { id } }' }, BODY_USUAL, null],
    ['a byte more', { query: '{ regions { id } }' }, BODY_USUAL + 1, 'BodyTooLarge'],
    ['with many items', { query: batch }, 2_000_000, null],
    ['with many items, again', { query: batch }, 2_000_000, null],
    [
      'that says the word elsewhere',
      { query: '{ recognizeCodes: regions { id } }' },
      200_000,
      'BodyTooLarge',
    ],
    ['without a document', {}, 200_000, 'BodyTooLarge'],
    ['that is no object', null, 10, null],
    ['that cannot be parsed', { query: '{' }, 10, null],
    [
      'with a long document',
      { query: `{ n(a: "${'x'.repeat(TEXT_MAX)}") }` },
      100_000,
      'COST_LIMIT',
    ],
    ['with a document of bad shape', { query: `{ ${'n '.repeat(30)} }` }, 100, 'COST_LIMIT'],
    ['the same, again', { query: `{ ${'n '.repeat(30)} }` }, 100, 'COST_LIMIT'],
  ])('%s', (_title, body, bytes, expected) => {
    expect(refusal(body, bytes)).toBe(expected);
  });

  it('may be large for fields that there are', () => {
    const file = new URL('../../schema/api.graphql', import.meta.url);
    const api = buildSchema(readFileSync(file, 'utf8'));
    const roots = { ...api.getQueryType()?.getFields(), ...api.getMutationType()?.getFields() };
    expect([...LARGE].filter((name) => !(name in roots))).toEqual([]);
  });
});
