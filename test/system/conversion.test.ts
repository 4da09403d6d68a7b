import { describe, expect, it } from 'vitest';
import { ask, demo, send, tokenOf } from './support/client.ts';
import { codeIs, declared, greenPerson, issued, somebody } from './support/people.ts';
import { codeOf } from './support/personas.ts';
import { recognized } from './support/recognize.ts';

const [ISSUER, RECEIVER] = ['330100', '510000'] as const;
const DIVISION = '510703';
const desk = { documentSeen: true, consent: 'SIGNED_FORM' };

const OFFER =
  'mutation($input: OfferConversionInput!) { offerConversion(input: $input) { id receiver text svg expiresAt } }';
const FETCH =
  'mutation($input: FetchConversionInput!) { fetchConversion(input: $input) { id issuer receiver } }';
const IMPORT = `mutation($input: ImportRegistrationInput!) {
  importRegistration(input: $input) { id region state sourceRegion maskedName } }`;

async function offered(
  residentId: string,
  receiver: string = RECEIVER,
): Promise<{ id: string; text: string; svg: string }> {
  const input = { residentId, receiver, desk };
  return (await ask(`desk-${ISSUER}`, OFFER, { input })).offerConversion;
}

function fetched(offerId: string, receiver: string = RECEIVER) {
  return ask(`desk-${receiver}`, FETCH, { input: { offerId, receiver } });
}

/** What a desk is refused; null when it is not. */
async function refused(username: string, query: string, input: object): Promise<string | null> {
  const { gatewayUrl } = demo();
  const answer = await send(gatewayUrl, await tokenOf(username), query, { input });
  return codeOf(answer);
}

describe('a code of another region that is converted', () => {
  it('is looked at by hand until the holder has the own code of the region, which passes', async () => {
    const particulars = somebody('330106');
    const residentId = await greenPerson(ISSUER, '330106', particulars);
    const { text } = await issued(ISSUER, residentId);
    expect(await recognized(text, RECEIVER)).toMatchObject({
      ...{ pass: false, outcome: 'CROSS_CHECK', reasons: [{ ruleId: 'CONVERT' }, {}] },
    });

    const offer = await offered(residentId);
    expect(offer.svg).toContain('<svg');
    const again = await fetched(offer.id);
    expect(await fetched(offer.id)).toEqual(again);
    const input = { text: offer.text, division: DIVISION, desk };
    const { importRegistration: made } = await ask(`desk-${RECEIVER}`, IMPORT, { input });
    expect(made).toMatchObject({
      ...{ region: RECEIVER, state: 'REGISTERED', sourceRegion: ISSUER, maskedName: '周*甲' },
    });
    // The same person, and no word of which registration it was.
    const { name, documentType, documentNumber } = particulars;
    const find = `query($input: FindResidentsInput!) { findResidents(input: $input) { id } }`;
    const key = { input: { name, documentType, documentNumber } };
    expect((await ask(`desk-${RECEIVER}`, find, key)).findResidents).toEqual([{ id: made.id }]);

    await declared(RECEIVER, made.id);
    await codeIs(RECEIVER, made.id, 'ACTIVE', 'GREEN');
    const own = await issued(RECEIVER, made.id);
    expect(await recognized(own.text, RECEIVER)).toMatchObject({
      ...{ pass: true, outcome: 'RECOGNIZED', color: 'GREEN' },
    });
  });

  it('shows the person that it was offered and handed over, once for however many times', async () => {
    const residentId = await greenPerson(ISSUER, '330106');
    const { id } = await offered(residentId);
    await fetched(id);
    await fetched(id);
    const query = `query($region: ID!) {
      auditEntries(region: $region, first: 50) { nodes { action objectId } } }`;
    const { auditEntries } = await ask(`auditor-${ISSUER}`, query, { region: ISSUER });
    const about = auditEntries.nodes.filter((one: { objectId: string }) => one.objectId === id);
    expect(about.map((one: { action: string }) => one.action)).toEqual([
      ...['REGISTRATION_HANDED_OVER', 'CONVERSION_OFFERED'],
    ]);
  });

  it('is imported by the person alone, who is known nowhere there, and counts at once', async () => {
    const residentId = await greenPerson(ISSUER, '330106');
    const { id, text } = await offered(residentId);
    const { fetchConversion: came } = await ask('demo-resident', FETCH, {
      input: { offerId: id, receiver: RECEIVER },
    });
    expect(came).toMatchObject({ issuer: ISSUER });
    const input = { text, division: DIVISION };
    const { importRegistration: made } = await ask('demo-resident', IMPORT, { input });
    expect(made).toMatchObject({ state: 'REGISTERED', sourceRegion: ISSUER });
    // An answer that was lost is given again; nobody else makes another of the same text.
    expect((await ask('demo-resident', IMPORT, { input })).importRegistration).toEqual(made);
    expect(await refused('desk-510000', IMPORT, { ...input, desk })).toBe('CONFLICT');
    const { myResidents } = await ask('demo-resident', '{ myResidents { id state } }');
    expect(myResidents).toEqual(expect.arrayContaining([{ id: made.id, state: 'REGISTERED' }]));
    await declared(RECEIVER, made.id);
    await codeIs(RECEIVER, made.id, 'ACTIVE', 'GREEN');
  });

  it('is not imported before it was fetched, by another text, or where it was not offered', async () => {
    const residentId = await greenPerson(ISSUER, '330106');
    const { id, text } = await offered(residentId);
    const at = { division: DIVISION, desk };
    expect(await refused('desk-510000', IMPORT, { ...at, text })).toBe('NOT_FOUND');
    await fetched(id);
    const otherSecret = text.slice(0, -1) + (text.endsWith('0') ? '1' : '0');
    expect(await refused('desk-510000', IMPORT, { ...at, text: otherSecret })).toBe('NOT_FOUND');
    const away = { text, division: '330106', desk };
    expect(await refused('desk-330100', IMPORT, away)).toBe('BAD_USER_INPUT');
    expect(await refused('desk-510000', IMPORT, { ...at, text })).toBeNull();
  });

  it('is not fetched without an agreement to convert, nor what was replaced by another offer', async () => {
    const residentId = await greenPerson(ISSUER, '330106');
    const first = await offered(residentId);
    const second = await offered(residentId);
    const of = (offerId: string, receiver: string) => ({ offerId, receiver });
    expect(await refused('desk-330000', FETCH, of(second.id, '330000'))).toBe('CONFLICT');
    expect(await refused('desk-510000', FETCH, of(first.id, '510000'))).toBe('NOT_FOUND');
    expect(await refused('desk-510000', FETCH, of(second.id, '510000'))).toBeNull();
  });

  it('of a document that is registered here already is for the desk to see', async () => {
    const particulars = somebody('330106');
    const here = { ...particulars, division: DIVISION };
    await greenPerson(RECEIVER, DIVISION, here);
    const residentId = await greenPerson(ISSUER, '330106', particulars);
    const { id, text } = await offered(residentId);
    await fetched(id);
    const input = { text, division: DIVISION, desk };
    expect(await refused('desk-510000', IMPORT, input)).toBe('CONFLICT');
  });
});
