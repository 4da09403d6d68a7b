import { describe, expect, it } from 'vitest';
import { encodeCbor, type CborValue } from './cbor.ts';
import { readSign1, signSign1 } from './cose-sign1.ts';

const KID = '0102030405060708';
const PAYLOAD = Uint8Array.of(0xaa, 0xbb);
const SIGNATURE = new Uint8Array(64).fill(7);
const HEADER = 'a201260448' + KID; // {1: -7, 4: h'0102030405060708'}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const unhex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const kid = unhex(KID);

function sign1(parts: CborValue, tag = 0xd2): Uint8Array {
  return Uint8Array.of(tag, ...encodeCbor(parts));
}

function header(...pairs: [number, CborValue][]): Uint8Array {
  return encodeCbor(new Map(pairs));
}

const good = header([1, -7], [4, kid]);
const none = new Map<number, CborValue>();

describe('COSE_Sign1', () => {
  it('has the shape of RFC 9052 §4.2 and signs the Sig_structure of §4.4', async () => {
    const signed: string[] = [];
    const sign = (data: Uint8Array) => {
      signed.push(hex(data));
      return Promise.resolve(SIGNATURE);
    };
    const bytes = await signSign1(PAYLOAD, {
      kid: KID,
      alg: 'ES256',
      spki: new Uint8Array(),
      sign,
    });
    expect(hex(bytes)).toBe(`d2844d${HEADER}a042aabb5840${'07'.repeat(64)}`);
    // ["Signature1", protected, external_aad = h'', payload]
    expect(signed).toEqual([`846a5369676e6174757265314d${HEADER}4042aabb`]);
    const read = readSign1(bytes);
    expect(read).toMatchObject({ alg: -7, kid: KID, payload: PAYLOAD, signature: SIGNATURE });
    expect(hex(read!.signed)).toBe(signed[0]);
  });

  it.each([
    ['no tag', encodeCbor([good, none, PAYLOAD, SIGNATURE])],
    ['the tag of COSE_Mac0', sign1([good, none, PAYLOAD, SIGNATURE], 0xd1)],
    ['a tag in a tag', Uint8Array.of(0xd2, ...sign1([good, none, PAYLOAD, SIGNATURE]))],
    [
      'a tag written long',
      Uint8Array.of(0xd8, 18, ...encodeCbor([good, none, PAYLOAD, SIGNATURE])),
    ],
    ['three parts', sign1([good, none, PAYLOAD])],
    ['five parts', sign1([good, none, PAYLOAD, SIGNATURE, 0])],
    ['a map', sign1(none)],
    ['kid only unprotected', sign1([header([1, -7]), new Map([[4, kid]]), PAYLOAD, SIGNATURE])],
    ['kid also unprotected', sign1([good, new Map([[4, kid]]), PAYLOAD, SIGNATURE])],
    ['alg only unprotected', sign1([header([4, kid]), new Map([[1, -7]]), PAYLOAD, SIGNATURE])],
    ['anything unprotected', sign1([good, new Map([[99, 0]]), PAYLOAD, SIGNATURE])],
    ['unprotected that is no map', sign1([good, [], PAYLOAD, SIGNATURE])],
    ['an empty protected header', sign1([new Uint8Array(), none, PAYLOAD, SIGNATURE])],
    [
      'a protected header beside the two',
      sign1([header([1, -7], [2, [1]], [4, kid]), none, PAYLOAD, SIGNATURE]),
    ],
    ['a kid of 7 bytes', sign1([header([1, -7], [4, kid.subarray(1)]), none, PAYLOAD, SIGNATURE])],
    ['a kid that is a text', sign1([header([1, -7], [4, KID]), none, PAYLOAD, SIGNATURE])],
    ['an alg that is a text', sign1([header([1, 'ES256'], [4, kid]), none, PAYLOAD, SIGNATURE])],
    [
      'a duplicate key in the header',
      sign1([unhex('a3012601260448' + KID), none, PAYLOAD, SIGNATURE]),
    ],
    [
      'a header of indefinite length',
      sign1([unhex('bf01260448' + KID + 'ff'), none, PAYLOAD, SIGNATURE]),
    ],
    ['a trailing byte in the header', sign1([unhex(HEADER + '00'), none, PAYLOAD, SIGNATURE])],
    ['a detached payload', sign1([good, none, null, SIGNATURE])],
    ['a signature of 63 bytes', sign1([good, none, PAYLOAD, SIGNATURE.subarray(1)])],
    ['a signature of 96 bytes', sign1([good, none, PAYLOAD, new Uint8Array(96)])],
    ['a trailing byte', Uint8Array.of(...sign1([good, none, PAYLOAD, SIGNATURE]), 0)],
    ['no bytes', new Uint8Array()],
  ])('refuses %s', (_title, bytes) => {
    expect(readSign1(bytes)).toBeNull();
  });
});
