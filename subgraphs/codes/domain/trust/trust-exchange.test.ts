import { beforeAll, describe, expect, it } from 'vitest';
import { nodeVerify, sha256 } from '../../persistence/node-crypto.ts';
import { aKey, aSigner, aTrustList, NOW } from '../../persistence/signing-fakes.ts';
import {
  answerTrustList,
  takeTrustAnswer,
  trustETag,
  versionOfETag,
  type TrustAnswer,
} from './trust-exchange.ts';
import { signTrustList, type TrustRules } from './trust-list.ts';

const roots = [aSigner(), aSigner()];
const rules: TrustRules = {
  ...{ roots, threshold: 2, environment: 'production', current: 7, now: NOW },
  verify: nodeVerify(),
};
const keys = ['110000', '330000', '510000'].map((region) => aKey(aSigner(), { region }));

let old: Uint8Array;
let next: Uint8Array;
let tag: string;

beforeAll(async () => {
  old = await signTrustList(aTrustList(keys), roots);
  next = await signTrustList(aTrustList(keys, { version: 8 }), roots);
  tag = trustETag(old, sha256)!;
});

const answer = (held: string | null, kept: Uint8Array | null = old) =>
  answerTrustList(next, held, (version) => (version === 7 ? kept : null), sha256);

async function taken(held: Uint8Array | null, given: TrustAnswer) {
  const outcome = await takeTrustAnswer(held, given, rules);
  if (outcome === null) return null;
  return 'fault' in outcome ? outcome.fault : outcome.bytes;
}

describe('the newest trust list', () => {
  it('has a tag of its version and its bytes', () => {
    expect(tag).toMatch(/^"7-[\da-f]{16}"$/);
    expect(versionOfETag(tag)).toBe(7);
    expect(trustETag(Uint8Array.of(1), sha256)).toBeNull();
    for (const none of ['', '*', 'W/"7-0123456789abcdef"', '"7"']) {
      expect(versionOfETag(none)).toBeNull();
    }
  });

  it('is not sent to who holds it', async () => {
    const none = answer(trustETag(next, sha256));
    expect(none).toEqual({ change: 'NONE', bytes: null });
    expect(await taken(next, none)).toBeNull();
    expect(answer('"9-0123456789abcdef"').change).toBe('NONE'); // a newer one, it says
  });

  it('is a delta for who holds one that is kept, and gives exactly its bytes', async () => {
    const delta = answer(tag);
    expect(delta.change).toBe('DELTA');
    expect(await taken(old, delta)).toEqual(next);
    expect(await taken(null, delta)).toBe('WRONG_BASE');
    expect(await taken(next, delta)).toBe('WRONG_BASE');
  });

  it.each<[string, () => TrustAnswer]>([
    ['nothing', () => answer(null)],
    ['one that is not kept', () => answer('"5-0123456789abcdef"')],
    ['another one of a kept version', () => answer('"7-0123456789abcdef"')],
    ['what is no list', () => answer('*')],
    ['one that was kept and is not any more', () => answer(tag, null)],
  ])('is whole for who holds %s', async (_title, given) => {
    expect(given()).toEqual({ change: 'WHOLE', bytes: next });
    expect(await taken(null, given())).toEqual(next);
  });

  it('is verified whatever the way it came', async () => {
    const stranger = await signTrustList(aTrustList(keys, { version: 9 }), [roots[0]!, aSigner()]);
    for (const held of [null, tag]) {
      const given = answerTrustList(stranger, held, () => old, sha256);
      expect(await taken(old, given)).toBe('TOO_FEW_SIGNATURES');
    }
  });
});
