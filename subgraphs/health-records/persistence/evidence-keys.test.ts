import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CompactSign } from 'jose';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../kit/standards/canonical-json.ts';
import { anOfficial, refusalOf } from '../domain/record-fakes.ts';
import { signedBatchUseCases } from '../domain/submission/signed-batch.ts';
import type { NewSubmission } from '../domain/submission/submission.ts';
import { evidenceVerifier } from './evidence-keys.ts';

const NOW = '2022-07-01T04:00:00.000Z';
const pairs = {
  es: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ed: generateKeyPairSync('ed25519'),
  other: generateKeyPairSync('ed25519'),
};

function publicKey(kid: string, alg: 'ES256' | 'EdDSA', key: KeyObject) {
  const { x = '', y } = key.export({ format: 'jwk' });
  const span = { notBefore: new Date('2022-06-01'), notAfter: new Date('2022-08-01') };
  const kind = alg === 'ES256' ? { kty: 'EC', crv: 'P-256' } : { kty: 'OKP', crv: 'Ed25519' };
  return {
    ...{ kid, alg, x, ...(y !== undefined && { y }), region: '330100', laboratory: 'LAB' },
    ...span,
    ...(kind as { kty: 'EC' | 'OKP'; crv: 'P-256' | 'Ed25519' }),
  };
}

const keys = [
  publicKey('es', 'ES256', pairs.es.publicKey),
  publicKey('ed', 'EdDSA', pairs.ed.publicKey),
];

function aBatch(changes: object = {}): string {
  const row = {
    ...{ documentType: 'PASSPORT', documentNumber: 'X1234567', result: 'DETECTED' },
    sampleCollectedAt: '2022-06-30T01:00:00Z',
  };
  const batch = { issuedAt: NOW, laboratory: 'LAB', region: '330100', results: [row] };
  return canonicalJson({ ...batch, ...changes });
}

async function signed(text: string, kid = 'es', key = pairs.es.privateKey, alg = 'ES256') {
  const jws = await new CompactSign(Buffer.from(text)).setProtectedHeader({ alg, kid }).sign(key);
  return jws.replace(/\.[^.]*\./, '..');
}

function given(at = NOW) {
  const taken: [NewSubmission, string | null][] = [];
  const { submitSigned } = signedBatchUseCases({
    verify: evidenceVerifier(keys),
    now: () => new Date(at),
    submit(input, _by, kid = null) {
      taken.push([input, kid]);
      const receipt = { id: 'x', region: '330100', submittedAt: new Date(at), total: 1 };
      return Promise.resolve({ ...receipt, refused: [], kid });
    },
  });
  const submit = (batch: string, signature: string) =>
    submitSigned({ batch, signature }, anOfficial('laboratory'));
  return { taken, submit };
}

const refused = (field: string) => ({ code: 'BAD_USER_INPUT', fields: [`input.${field}`] });

describe('a signed batch', () => {
  it.each([
    ['es', pairs.es.privateKey, 'ES256'],
    ['ed', pairs.ed.privateKey, 'EdDSA'],
  ] as const)('§6.6 is taken in under the laboratory of its key %s', async (kid, key, alg) => {
    const { taken, submit } = given();
    await submit(aBatch(), await signed(aBatch(), kid, key, alg));
    expect(taken).toMatchObject([
      [{ region: '330100', results: [{ documentNumber: 'X1234567', laboratory: 'LAB' }] }, kid],
    ]);
  });

  it('§6.6 is refused for one flipped bit, anywhere', async () => {
    const { taken, submit } = given();
    const text = aBatch();
    const signature = await signed(text);
    for (let at = 0; at < text.length; at += 1) {
      const spoilt =
        text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
      expect(await refusalOf(submit(spoilt, signature))).toEqual(refused('signature'));
    }
    for (let at = 0; at < signature.length - 1; at += 1) {
      const letter = signature[at] === 'A' ? 'B' : 'A';
      const spoilt = signature.slice(0, at) + letter + signature.slice(at + 1);
      expect(await refusalOf(submit(text, spoilt))).toEqual(refused('signature'));
    }
    expect(taken).toEqual([]);
  });

  it.each<[string, () => Promise<string>]>([
    [
      'another key under a known name',
      () => signed(aBatch(), 'ed', pairs.other.privateKey, 'EdDSA'),
    ],
    ['a key that is not known', () => signed(aBatch(), 'other', pairs.other.privateKey, 'EdDSA')],
    [
      'another algorithm than the key has',
      () => signed(aBatch(), 'es', pairs.ed.privateKey, 'EdDSA'),
    ],
    ['no signature', () => Promise.resolve('')],
    [
      'a signature that is not detached',
      async () => (await signed(aBatch())).replace('..', '.e30.'),
    ],
    [
      'no algorithm',
      async () => {
        const none = Buffer.from('{"alg":"none","kid":"es"}').toString('base64url');
        return `${none}..${(await signed(aBatch())).split('..')[1] ?? ''}`;
      },
    ],
  ])('§6.6 is refused with %s', async (_what, signature) => {
    const { taken, submit } = given();
    expect(await refusalOf(submit(aBatch(), await signature()))).toEqual(refused('signature'));
    expect(taken).toEqual([]);
  });

  it.each([
    { at: '2022-07-01T03:59:00.000Z', taken: 1 },
    { at: '2022-07-01T03:58:59.999Z', taken: 0 },
    { at: '2022-07-02T04:00:00.000Z', taken: 1 },
    { at: '2022-07-02T04:00:00.001Z', taken: 0 },
  ])('§6.6 of 04:00 is given at $at: taken $taken', async ({ at, taken }) => {
    const one = given(at);
    const work = one.submit(aBatch(), await signed(aBatch()));
    if (taken === 1) await work;
    else expect(await refusalOf(work)).toEqual(refused('batch'));
    expect(one.taken).toHaveLength(taken);
  });

  it.each(['2022-05-31T23:59:59.999Z', '2022-08-01T00:00:00.000Z'])(
    '§6.6 is refused outside the time of its key: %s',
    async (at) => {
      const text = aBatch({ issuedAt: at });
      expect(await refusalOf(given(at).submit(text, await signed(text)))).toEqual(
        refused('signature'),
      );
    },
  );

  it.each<[string, string]>([
    ['in another form', ` ${aBatch()}`],
    ['of a name twice', aBatch().replace('{', '{"region":"330100",')],
    ['no JSON', 'x'],
    ['nested deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['of another laboratory', aBatch({ laboratory: 'OTHER' })],
    ['of another region', aBatch({ region: '510100' })],
    ['with more than belongs in it', aBatch({ more: 1 })],
    ['without rows', aBatch({ results: undefined }).replace(',"results":undefined', '')],
    ['whose rows are none', aBatch({ results: [1] })],
  ])('§6.6 is refused that is %s, signed or not', async (_what, text) => {
    const { taken, submit } = given();
    expect(await refusalOf(submit(text, await signed(text)))).toEqual(refused('batch'));
    expect(taken).toEqual([]);
  });
});
