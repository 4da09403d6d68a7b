import { describe, expect, it } from 'vitest';
import { encodeCbor } from '../token/cbor.ts';
import {
  AGREEMENTS_MAX,
  decodeAnswer,
  decodeHeld,
  encodeAnswer,
  encodeHeld,
} from './list-exchange.ts';

const digest = new Uint8Array(32).fill(7);
const bytes = new Uint8Array([1, 2, 3]);

describe('what a stack holds', () => {
  it.each([null, '"3-0123456789abcdef"'])('comes back as it was said: %s', (trust) => {
    const held = { trust, lists: [digest] };
    expect(decodeHeld(encodeHeld(held))).toEqual(held);
  });

  it.each([
    ['nothing', null],
    ['a list of digests alone', [digest]],
    [
      'a short digest',
      new Map<string, unknown>([
        ['trust', null],
        ['lists', [bytes]],
      ]),
    ],
    [
      'a tag that is no text',
      new Map<string, unknown>([
        ['trust', 3],
        ['lists', []],
      ]),
    ],
    ['no tag', new Map<string, unknown>([['lists', []]])],
  ])('is refused when it is %s', (_name, body) => {
    expect(decodeHeld(body)).toBeNull();
  });
});

describe('an answer', () => {
  it.each([
    { change: 'NONE', bytes: null },
    { change: 'DELTA', bytes },
    { change: 'WHOLE', bytes },
  ] as const)('brings the trust list as $change', (trust) => {
    const told = { region: '330000', name: 'statement', digest, signed: null };
    const answer = { trust, lists: [told], agreements: [bytes] };
    const encoded = encodeAnswer(answer);
    expect(decodeAnswer(encoded)).toEqual(answer);
    expect(decodeAnswer(Uint8Array.of(...encoded, 0))).toBeNull(); // something after it
  });

  it.each([
    ['as many agreements as may be', AGREEMENTS_MAX, true],
    ['one more', AGREEMENTS_MAX + 1, false],
  ])('brings %s', (_title, count, isTaken) => {
    const trust = { change: 'NONE', bytes: null } as const;
    const agreements = Array.from({ length: count }, () => bytes);
    expect(decodeAnswer(encodeAnswer({ trust, lists: [], agreements })) !== null).toBe(isTaken);
  });

  it.each([
    ['no map', Uint8Array.of(0x80)],
    ['nothing', new Uint8Array()],
  ])('is not taken from %s', (_title, given) => {
    expect(decodeAnswer(given)).toBeNull();
  });

  it.each([
    ['NONE with bytes', ['NONE', bytes]],
    ['WHOLE without', ['WHOLE', null]],
    ['another word', ['HALF', bytes]],
  ])('is refused with %s', (_name, trust) => {
    const body = new Map([
      ['trust', trust],
      ['lists', []],
      ['agreements', []],
    ] as const);
    expect(decodeAnswer(encodeCbor(body))).toBeNull();
  });
});
