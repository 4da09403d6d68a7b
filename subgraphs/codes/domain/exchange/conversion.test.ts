import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fakeTrail } from '../../../kit/audit/fake-trail.ts';
import { systemIdentity, type Identity } from '../../../kit/identity.ts';
import { nodeVerify } from '../../persistence/node-crypto.ts';
import { after, aKey, aSigner, aTrust, NOW } from '../../persistence/signing-fakes.ts';
import type { Agreement } from '../recognition/agreement.ts';
import { conversionServer, receiversOf, signConversionRequest } from './conversion.ts';
import { fetchConversionUseCases, type AskRegion } from './fetch-conversion.ts';
import { signRequest, type RegionRequest } from './request.ts';

const [ISSUER, RECEIVER, OTHER] = ['330100', '510000', '440000'] as const;
const OFFER = `${ISSUER}-${'0'.repeat(26)}`;
const sealed = Uint8Array.of(1, 2, 3);
const expiresAt = after(600);
const signers = { [ISSUER]: aSigner(), [RECEIVER]: aSigner(), [OTHER]: aSigner() };
const policySigner = aSigner();
const trust = aTrust([
  ...Object.entries(signers).map(([region, one]) => aKey(one, { region, use: 'evidence' })),
  aKey(policySigner, { region: RECEIVER, use: 'policy' }),
]);
const agreement: Agreement = {
  ...{ receiver: RECEIVER, issuer: ISSUER, version: 1, mode: 'CONVERT', colorMap: {} },
  ...{ conditions: [], validFrom: after(-60), validTo: after(3_600) },
};
const signerOf = (region: string) => Object.entries(signers).find(([id]) => id === region)?.[1];
const verify = nodeVerify();
const person: Identity = { ...systemIdentity('person', RECEIVER), kind: 'RESIDENT', regions: [] };

interface Situation {
  readonly agreements?: readonly Agreement[];
  readonly at?: Date;
  readonly local?: readonly string[];
}

function issuerSide({ agreements = [agreement], at = NOW, local = [ISSUER] }: Situation = {}) {
  const taken: string[] = [];
  const answer = conversionServer({
    ...{ verify, signer: signerOf, now: () => at },
    ground: () => ({ trust, agreements }),
    isLocal: (region) => local.includes(region),
    take: ({ offerId, receiver }) => {
      taken.push(offerId);
      const holds = offerId === OFFER && receiver === RECEIVER;
      return Promise.resolve(holds ? { offerId, sealed, expiresAt } : null);
    },
  });
  return { answer, taken };
}

function receiverSide(ask: AskRegion, { agreements = [agreement] }: Situation = {}) {
  const brought: object[] = [];
  const audit = fakeTrail();
  const conversion = fetchConversionUseCases({
    ...{ ask, verify, audit, now: () => NOW, randomBytes: (n: number) => randomBytes(n) },
    ground: () => ({ trust, agreements }),
    signer: (region) => (region === RECEIVER ? signers[RECEIVER] : undefined),
    bring: (came) => Promise.resolve(void brought.push(came)),
  });
  return { conversion, brought, audit };
}

const through =
  (answer: ReturnType<typeof conversionServer>): AskRegion =>
  async (_region, request) => {
    const given = await answer(request);
    return given instanceof Uint8Array ? given : 'REFUSED';
  };

const request: Omit<RegionRequest, 'body'> = {
  ...{ from: RECEIVER, to: ISSUER, askedAt: NOW, nonce: new Uint8Array(16) },
};

describe('who is asked for an offer', () => {
  it('gives it to the region that it was made for, and the same again', async () => {
    const { conversion, brought, audit } = receiverSide(through(issuerSide().answer));
    const fetched = { id: OFFER, issuer: ISSUER, receiver: RECEIVER, expiresAt };
    expect(await conversion.fetch(OFFER, RECEIVER, person)).toEqual(fetched);
    expect(await conversion.fetch(OFFER, RECEIVER, person)).toEqual(fetched);
    const came = { offerId: OFFER, sealed, expiresAt, issuer: ISSUER, receiver: RECEIVER };
    expect(brought).toEqual([came, came]);
    expect(audit.notes[0]).toEqual({
      ...{ region: RECEIVER, action: 'REGISTRATION_FETCHED', objectId: OFFER },
      detail: { issuer: ISSUER },
    });
  });

  const asked = (more: Partial<typeof request> = {}, signer = signers[RECEIVER], offer = OFFER) =>
    signConversionRequest({ ...request, ...more }, offer, signer);
  const agreed = (more: Partial<Agreement>) => ({ agreements: [{ ...agreement, ...more }] });
  const ofThird = `${OTHER}-${'0'.repeat(26)}`;
  const notOffered = `${ISSUER}-${'1'.repeat(26)}`;
  const forLists = () => signRequest('lists', { ...request, body: [] }, signers[RECEIVER]);
  it.each<[string, () => Promise<Uint8Array>, Situation, string]>([
    [
      'by a region that has no agreement',
      () => asked({ from: OTHER }, signers[OTHER]),
      {},
      'NOT_A',
    ],
    ['by agreement of another mode', asked, agreed({ mode: 'DIRECT' }), 'NOT_AGREED'],
    ['when the agreement is over', asked, agreed({ validTo: NOW }), 'NOT_AGREED'],
    ['when a side withdrew it', asked, agreed({ withdrawnAt: NOW }), 'NOT_AGREED'],
    [
      'by agreement of the other way',
      asked,
      agreed({ receiver: ISSUER, issuer: RECEIVER }),
      'NOT_AGREED',
    ],
    ['in the name of another', () => asked({}, signers[OTHER]), {}, 'FOREIGN_REGION'],
    ['by a key of another use', () => asked({}, policySigner), {}, 'WRONG_KEY_USE'],
    ['by nobody known', () => asked({}, aSigner()), {}, 'ISSUER_NOT_TRUSTED'],
    ['later than two minutes', asked, { at: after(121) }, 'EXPIRED'],
    ['elsewhere', asked, { local: [OTHER] }, 'FOREIGN_REGION'],
    ['for an offer of a third', () => asked({}, signers[RECEIVER], ofThird), {}, 'MALFORMED'],
    ['for what is not offered', () => asked({}, signers[RECEIVER], notOffered), {}, 'NOT_FOUND'],
    ['by a request for lists', forLists, {}, 'MALFORMED'],
    ['by noise', () => Promise.resolve(randomBytes(200)), {}, 'MALFORMED'],
  ])('%s refuses', async (_title, make, situation, fault) => {
    const { answer, taken } = issuerSide(situation);
    expect(await answer(await make())).toEqual({ fault: expect.stringContaining(fault) });
    expect(taken.length).toBe(fault === 'NOT_FOUND' ? 1 : 0);
  });
});

describe('regions to go to', () => {
  const to = (receiver: string, more: Partial<Agreement> = {}) => ({
    ...{ ...agreement, receiver, ...more },
  });
  it('are those with an agreement to convert in force, each once', () => {
    const agreements = [
      ...[agreement, { ...agreement, version: 2 }, to('440000'), to('360000', { mode: 'DIRECT' })],
      ...[to('320000', { validTo: NOW }), to('310000', { issuer: OTHER })],
    ];
    expect(receiversOf(agreements, ISSUER, NOW)).toEqual(['440000', '510000']);
  });
});

describe('who asks for an offer', () => {
  const honest = through(issuerSide().answer);
  const saying =
    (answer: Awaited<ReturnType<AskRegion>>): AskRegion =>
    () =>
      Promise.resolve(answer);
  const elsewhere: Identity = { ...person, kind: 'OFFICIAL' };
  const alone: Situation = { agreements: [] };
  it.each<[string, AskRegion, string, string, Identity, Situation, string]>([
    ['no offer', honest, 'HCV1', RECEIVER, person, {}, 'BAD_USER_INPUT'],
    ['a region of another stack', honest, OFFER, OTHER, person, {}, 'BAD_USER_INPUT'],
    ['an official of elsewhere', honest, OFFER, RECEIVER, elsewhere, {}, 'REGION_OUT_OF_SCOPE'],
    ['no agreement', honest, OFFER, RECEIVER, person, alone, 'CONFLICT'],
    ['a refusal', saying('REFUSED'), OFFER, RECEIVER, person, {}, 'NOT_FOUND'],
    ['silence', saying('UNREACHABLE'), OFFER, RECEIVER, person, {}, 'UPSTREAM_TIMEOUT'],
    ['noise', saying(randomBytes(99)), OFFER, RECEIVER, person, {}, 'NOT_FOUND'],
  ])('with %s brings nothing', async (_title, ask, offer, to, by, situation, code) => {
    const { conversion, brought, audit } = receiverSide(ask, situation);
    await expect(conversion.fetch(offer, to, by)).rejects.toMatchObject({ code });
    expect([...brought, ...audit.notes]).toEqual([]);
  });

  const body = [OFFER, sealed, 2_000_000_000] as const;
  it.each<[string, Partial<RegionRequest>, keyof typeof signers]>([
    ['another region signed', {}, OTHER],
    ['a region gives in its own name', { from: OTHER }, OTHER],
    ['is for another region', { to: OTHER }, ISSUER],
    ['answers another request', { nonce: new Uint8Array(16).fill(7) }, ISSUER],
    ['gives another offer', { body: [`${ISSUER}-${'1'.repeat(26)}`, sealed, 1] }, ISSUER],
    ['says nothing', { body: null }, ISSUER],
    ['is larger than an identity is', { body: [OFFER, new Uint8Array(5_000), 1] }, ISSUER],
    ['is old', { askedAt: after(-300) }, ISSUER],
  ])('takes no answer that %s', async (_title, more, signer) => {
    const nonce = new Uint8Array(16);
    const said = { from: ISSUER, to: RECEIVER, askedAt: NOW, nonce, body, ...more };
    const forged = await signRequest('conversion-answer', said, signers[signer]);
    const { brought, audit } = receiverSide(() => Promise.resolve(forged));
    const use = fetchConversionUseCases({
      ...{ verify, audit, now: () => NOW, randomBytes: () => new Uint8Array(16) },
      ground: () => ({ trust, agreements: [agreement] }),
      signer: () => signers[RECEIVER],
      ask: () => Promise.resolve(forged),
      bring: (came) => Promise.resolve(void brought.push(came)),
    });
    await expect(use.fetch(OFFER, RECEIVER, person)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(brought).toEqual([]);
  });
});
