import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someClaims } from '../../persistence/signing-fakes.ts';
import { COLORS } from '../color/color.ts';
import { asMap, decodeCbor, encodeCbor, type CborValue } from './cbor.ts';
import { decodeClaims, encodeClaims, type TokenClaims } from './claims.ts';

const CODE = -65_537;
type Changes = readonly (readonly [number, CborValue | undefined])[];

function changed(map: ReadonlyMap<unknown, unknown>, changes: Changes): Map<number, CborValue> {
  const copy = new Map(map as ReadonlyMap<number, CborValue>);
  for (const [key, value] of changes) {
    if (value === undefined) copy.delete(key);
    else copy.set(key, value);
  }
  return copy;
}

/** Claims with some changed, and some of the private claim. */
function bytesWith(outer: Changes, inner: Changes = []): Uint8Array {
  const claims = asMap(decodeCbor(encodeClaims(someClaims())))!;
  const code = changed(asMap(claims.get(CODE))!, inner);
  return encodeCbor(changed(claims, [[CODE, code], ...outer]));
}

const X = new Uint8Array(32).fill(9);

/** A confirmation by a holder key, with some parts of the key changed. */
function confirmation(x: Uint8Array, changes: Changes = []): Map<number, CborValue> {
  const key = new Map<number, CborValue>([
    [1, 1],
    [-1, 6],
    [-2, x],
  ]);
  return new Map([[1, changed(key, changes)]]);
}

describe('claims of a token', () => {
  it('are the claims of a CWT, times in seconds', () => {
    const claims = asMap(
      decodeCbor(encodeClaims(someClaims({ kind: 'PAPER', heldByProxy: true }))),
    )!;
    expect([...claims.keys()]).toEqual([1, 4, 6, 7, CODE]); // RFC 8392 §3.1
    expect(claims.get(1)).toBe('330000');
    expect(claims.get(6)).toBe(Date.parse('2022-11-24T01:42:00Z') / 1_000);
    expect([...asMap(claims.get(CODE))!]).toEqual([
      ...[
        [0, 1],
        [1, 0],
        [2, 654_321],
        [3, 3],
        [4, '张*'],
        [5, '0412'],
        [6, '9'],
      ],
    ]);
  });

  it('carry the holder key as a confirmation: a COSE_Key, OKP on Ed25519', () => {
    const bytes = encodeClaims(someClaims({ holderKey: X }));
    expect(asMap(decodeCbor(bytes))?.get(8)).toEqual(confirmation(X));
    expect(decodeClaims(bytes)?.holderKey).toEqual(X);
  });

  it('come back as they were', () => {
    const claims = fc.record<TokenClaims>({
      issuer: fc.stringMatching(/^\d{6}$/),
      expiresAt: fc.integer({ min: 0, max: 4e9 }).map((second) => new Date(second * 1_000)),
      issuedAt: fc.integer({ min: 0, max: 4e9 }).map((second) => new Date(second * 1_000)),
      cti: fc.uint8Array({ minLength: 8, maxLength: 8 }),
      kind: fc.constantFrom('DYNAMIC', 'PAPER', 'SPECIMEN'),
      color: fc.constantFrom(...COLORS),
      statusIndex: fc.nat(),
      heldByProxy: fc.boolean(),
      maskedName: fc.string({ maxLength: 12 }),
      birthMonthDay: fc.stringMatching(/^\d{4}$/),
      policyId: fc.string({ maxLength: 6 }),
      holderKey: fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 })),
    });
    fc.assert(
      fc.property(claims, (given) => {
        expect(decodeClaims(encodeClaims(given))).toEqual(given);
      }),
    );
  });

  it.each<[string, Uint8Array]>([
    ...[1, 4, 6, 7, CODE].map((key): [string, Uint8Array] => [
      ...([`no claim ${key}`, bytesWith([[key, undefined]])] as const),
    ]),
    ...[0, 1, 2, 3, 4, 5, 6].map((key): [string, Uint8Array] => [
      ...([`no part ${key}`, bytesWith([], [[key, undefined]])] as const),
    ]),
    ['an unknown claim', bytesWith([[3, 'aud']])],
    ['an unknown part', bytesWith([], [[7, 0]])],
    ['an issuer that is no text', bytesWith([[1, 330_000]])],
    ['an expiry that is a text', bytesWith([[4, '2022-11-24']])],
    ['an expiry before 1970', bytesWith([[4, -1]])],
    ['an expiry after the year 9999', bytesWith([[4, 253_402_300_800]])],
    ['a cti of 7 bytes', bytesWith([[7, new Uint8Array(7)]])],
    ['a cti of 9 bytes', bytesWith([[7, new Uint8Array(9)]])],
    ['another version', bytesWith([], [[0, 2]])],
    ['a fourth color', bytesWith([], [[1, 3]])],
    ['a negative color', bytesWith([], [[1, -1]])],
    ['a negative index', bytesWith([], [[2, -1]])],
    ['an unknown flag', bytesWith([], [[3, 8]])],
    ['paper and specimen at once', bytesWith([], [[3, 5]])],
    ['a birthday of three digits', bytesWith([], [[5, '412']])],
    ['a birthday with a letter', bytesWith([], [[5, '04I2']])],
    ['a confirmation that is bytes', bytesWith([[8, new Uint8Array(32)]])],
    ['a confirmation by thumbprint', bytesWith([[8, new Map([[5, new Uint8Array(32)]])]])],
    ['a confirmation by bytes that are no key', bytesWith([[8, new Map([[1, X]])]])],
    ['a confirmation of two kinds', bytesWith([[8, confirmation(X).set(5, X)]])],
    ['a holder key of 31 bytes', bytesWith([[8, confirmation(X.subarray(1))]])],
    ['a holder key of 33 bytes', bytesWith([[8, confirmation(new Uint8Array(33))]])],
    ['a holder key of another type', bytesWith([[8, confirmation(X, [[1, 2]])]])],
    ['a holder key on another curve', bytesWith([[8, confirmation(X, [[-1, 4]])]])],
    ['a holder key with a private part', bytesWith([[8, confirmation(X, [[-4, X]])]])],
    ['a list', encodeCbor([])],
    ['no bytes', new Uint8Array()],
    ['a trailing byte', Uint8Array.of(...encodeClaims(someClaims()), 0)],
  ])('are refused with %s', (_title, bytes) => {
    expect(decodeClaims(bytes)).toBeNull();
  });
});
