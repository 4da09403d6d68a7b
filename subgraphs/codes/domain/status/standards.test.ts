import { describe, expect, it } from 'vitest';
import { nodeVerify } from '../../persistence/node-crypto.ts';
import { webVerify } from '../../verify/web-crypto.ts';
import { asList, asMap, decodeCbor, encodeCbor } from '../token/cbor.ts';
import { readSign1 } from '../token/cose-sign1.ts';
import { inflateExactly } from './inflate.ts';
import { statusAt } from './status-bits.ts';

// Examples as their documents give them. Signed ones are checked with the key of the document, so
// that a slip of the pen shows.

const unhex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(/\s/g, ''), 'hex'));
const base64url = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'));

/** SubjectPublicKeyInfo of a point on P-256. Source: RFC 5480 §2. */
function spkiOf(x: string, y: string): Uint8Array {
  return unhex(`3059301306072a8648ce3d020106082a8648ce3d03010703420004${x}${y}`);
}

/** The four parts of a COSE_Sign1, without asking which headers it has. */
function partsOf(bytes: Uint8Array) {
  const [head, unprotected, payload, signature] = asList(decodeCbor(bytes.subarray(1)), 4)!;
  return {
    ...{ head: head as Uint8Array, unprotected: asMap(unprotected)! },
    ...{ payload: payload as Uint8Array, signature: signature as Uint8Array },
  };
}

const EXAMPLES = {
  'RFC 9052 §C.2.1': {
    spki: spkiOf(
      'bac5b11cad8f99f9c72b05cf4b9e26d244dc189f745228255a219a86d6a09eff',
      '20138bf82dc1b6d562be0fa54ab7804a3a64b6d72ccfed6b6fb6ed28bbfc117e',
    ),
    token:
      unhex(`d28443a10126a10442313154546869732069732074686520636f6e74656e742e58408eb33e4ca31d1c465ab05aac
      34cc6b23d58fef5c083106c4d25a91aef0b0117e2af9a291aa32e14ab834dc56ed2a223444547e01f11d3b0916e5a4c3
      45cacb36`),
  },
  'RFC 8392 §A.3': {
    spki: spkiOf(
      '143329cce7868e416927599cf65a34f3ce2ffda55a7eca69ed8919a394d42f0f',
      '60f7f1a780d8a783bfb7a2dd6b2796e8128dbbcef9d3d168db9529971a36e7b9',
    ),
    token:
      unhex(`d28443a10126a104524173796d6d657472696345434453413235365850a70175636f61703a2f2f61732e6578616d
      706c652e636f6d02656572696b77037818636f61703a2f2f6c696768742e6578616d706c652e636f6d041a5612aeb005
      1a5610d9f0061a5610d9f007420b7158405427c1ff28d23fbad1f29c4c7c6a555e601d6fa29f9179bc3d7438bacaca5a
      cd08c8d4d4f96131680c429a01f85951ecee743a52b9b63632c57209120e1c9e30`),
  },
} as const;

describe.each(Object.entries(EXAMPLES))('the example of %s', (_title, { spki, token }) => {
  const { head, payload, signature } = partsOf(token);
  const signed = encodeCbor(['Signature1', head, new Uint8Array(), payload]);
  const key = { kid: '0000000000000000', spki };

  it.each([
    ['in Node', nodeVerify()],
    ['by WebCrypto', webVerify()],
  ])('verifies %s, over the bytes that are signed here', async (_where, verify) => {
    expect(await verify(key, signed, signature)).toBe(true);
    expect(await verify(key, signed, signature.with(0, signature[0]! ^ 1))).toBe(false);
    expect(await verify({ ...key, spki: spki.subarray(1) }, signed, signature)).toBe(false);
  });

  it('is no token here: its kid is only in the unprotected header', () => {
    expect(readSign1(token)).toBeNull();
  });
});

describe('the claims of RFC 8392 §A.3', () => {
  it('stand under the numbers that tokens use', () => {
    const claims = asMap(decodeCbor(partsOf(EXAMPLES['RFC 8392 §A.3'].token).payload))!;
    expect([...claims]).toEqual([
      [1, 'coap://as.example.com'],
      [2, 'erikw'],
      [3, 'coap://light.example.com'],
      [4, 1_444_064_944],
      [5, 1_443_944_944],
      [6, 1_443_944_944],
      [7, Uint8Array.of(0x0b, 0x71)],
    ]);
  });
});

// draft-ietf-oauth-status-list-20
describe('the IETF status list', () => {
  it('of two bits (§4.1) is read from the lowest bits on', () => {
    const bits = Uint8Array.of(0xc9, 0x44, 0xf9);
    const values = Array.from({ length: 12 }, (_, place) => statusAt(bits, place));
    const said = ['GREEN', 'YELLOW', 'RED', 'ASK'] as const;
    expect(values.map((value) => said.indexOf(value))).toEqual([
      1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3,
    ]);
  });

  it.each([
    ['one bit (§4.2)', 'eNrbuRgAAhcBXQ', [0xb9, 0xa3]],
    ['two bits (§4.2)', 'eNo76fITAAPfAgc', [0xc9, 0x44, 0xf9]],
  ])('of %s unpacks', async (_title, packed, bytes) => {
    expect(await inflateExactly(base64url(packed), bytes.length)).toEqual(Uint8Array.from(bytes));
  });

  it('as a token (§5.2) has the type and claims that are used here', async () => {
    const token = unhex(`d2845820a2012610781a6170706c69636174696f6e2f7374617475736c6973742b63
      7774a1044231325850a502782168747470733a2f2f6578616d706c652e636f6d2f73
      74617475736c697374732f31061a648c5bea041a8898dfea19fffe19a8c019fffda2
      646269747301636c73744a78dadbb918000217015d584093fa4d01032b18c35e2fe1
      101b77fd6cc9440022caa4694450c4e4e9feab4e99d1fa6d9772ce2bf3a12e0323de
      d7c982c5e101a5e67f0cbc1e2b6f57ce99c279`);
    const { head, payload } = partsOf(token);
    expect(asMap(decodeCbor(head))).toEqual(
      new Map<number, number | string>([
        [1, -7],
        [16, 'application/statuslist+cwt'],
      ]),
    );
    // Its keys are in no deterministic order: such a list is not taken, but can be read.
    expect(decodeCbor(payload)).toBeUndefined();
    const { decode } = await import('cborg');
    const claims = decode(payload, { useMaps: true }) as Map<number, unknown>;
    expect([...claims.keys()].sort((a, b) => a - b)).toEqual([2, 4, 6, 65_533, 65_534]);
    expect(claims.get(65_534)).toBe(43_200);
    expect(claims.get(65_533)).toEqual(
      new Map<string, unknown>([
        ['bits', 1],
        ['lst', unhex('78dadbb918000217015d')],
      ]),
    );
  });
});

describe('a packed list', () => {
  const two = base64url('eNo76fITAAPfAgc');

  it.each([
    ['shorter than it must be', two, 4],
    ['longer than it must be', two, 2],
    ['cut', two.subarray(0, -1), 3],
    ['with something after it', Uint8Array.of(...two, 0), 3],
    ['with another checksum', two.with(two.length - 1, 0), 3],
    ['raw, without its frame', two.subarray(2, -4), 3],
    ['empty', new Uint8Array(), 0],
  ])('that is %s is none', async (_title, packed, length) => {
    expect(await inflateExactly(packed, length)).toBeNull();
  });

  it('that would be 64 MiB is given up at its length', async () => {
    const { deflateSync } = await import('node:zlib');
    const bomb = deflateSync(new Uint8Array(64 * 1_048_576));
    expect(bomb.length).toBeLessThan(70_000);
    expect(await inflateExactly(bomb, 262_144)).toBeNull();
  });
});
