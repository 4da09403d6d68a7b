import { describe, expect, it } from 'vitest';
import type { Identity } from '../../kit/identity.ts';
import { newcomer, NOW, official, PAIR, person, RESIDENT, setUp } from './conversion-fakes.ts';
import type { Changed } from './conversion-fakes.ts';
import { conversionText, readConversionText } from './conversion-text.ts';
import { OFFER_MS } from './conversion.ts';
import type { AtDesk } from './resident.ts';

const desk: AtDesk = { documentSeen: true, consent: 'SIGNED_FORM' };
const stay = { division: '510104', guardianId: null };

describe('an offer', () => {
  it('§6.2 holds fifteen minutes for one region, and is in the log without a secret', async () => {
    const { conversion, offers, audit } = setUp();
    const offer = await conversion.offer(RESIDENT, PAIR.receiver, person);
    expect(offer.expiresAt).toEqual(new Date(NOW.getTime() + OFFER_MS));
    expect(offers).toMatchObject([{ residentId: RESIDENT, receiver: PAIR.receiver }]);
    expect(audit.notes).toMatchObject([
      { action: 'CONVERSION_OFFERED', residentId: RESIDENT, detail: { receiver: PAIR.receiver } },
    ]);
    const { secret } = readConversionText(offer.text)!;
    expect(JSON.stringify(audit.notes)).not.toContain(secret);
  });

  it('§6.1 is made at a desk with the consent recorded', async () => {
    const { conversion, consents } = setUp();
    await conversion.offer(RESIDENT, PAIR.receiver, official(PAIR.issuer), desk);
    expect(consents).toMatchObject([{ residentId: RESIDENT, method: 'SIGNED_FORM' }]);
  });

  it.each<[string, Changed, string, string, Identity, AtDesk | null, string]>([
    ['of somebody else', {}, `${RESIDENT.slice(0, -1)}2`, '510000', person, null, 'NOT_FOUND'],
    ['of another region', {}, RESIDENT, '510000', official('510000'), desk, 'NOT_FOUND'],
    ['to the own region', {}, RESIDENT, PAIR.issuer, person, null, 'BAD_USER_INPUT'],
    ['to no region', {}, RESIDENT, 'Sichuan', person, null, 'BAD_USER_INPUT'],
    ['by an official without consent', {}, RESIDENT, '510000', official('330100'), null, 'BAD_'],
    ['by a person as if at a desk', {}, RESIDENT, '510000', person, desk, 'FORBIDDEN'],
    [
      'without the document seen',
      ...([{}, RESIDENT, '510000', official('330100'), { ...desk, documentSeen: false }] as const),
      'BAD_USER_INPUT',
    ],
    ['under review', { state: 'RECEIVED' }, RESIDENT, '510000', person, null, 'ILLEGAL_TRANSITION'],
    ['rejected', { state: 'REJECTED' }, RESIDENT, '510000', person, null, 'ILLEGAL_TRANSITION'],
  ])('§6.1 %s is refused, and nothing is kept', async (_title, changed, id, to, by, at, code) => {
    const { conversion, offers, audit } = setUp(changed);
    await expect(conversion.offer(id, to, by, at)).rejects.toMatchObject({
      code: expect.stringContaining(code),
    });
    expect([...offers, ...audit.notes]).toEqual([]);
  });
});

describe('an import', () => {
  async function offered(changed: Changed = {}) {
    const all = setUp(changed);
    const { text } = await all.conversion.offer(RESIDENT, PAIR.receiver, person);
    return { ...all, text };
  }

  it('§6.4 registers the same person at once, in the name of the region, and says the source', async () => {
    const { conversion, carry, text, added, scopes, audit } = await offered();
    carry();
    const made = await conversion.import(text, stay, newcomer);
    expect(made).toMatchObject({ state: 'REGISTERED', sourceRegion: PAIR.issuer });
    expect(added).toMatchObject([
      {
        ...{ region: PAIR.receiver, name: '周样甲', documentNumber: 'E12345678' },
        ...{ account: 'person', sourceRegion: PAIR.issuer, phone: '13900000000' },
      },
    ]);
    expect(scopes).toEqual([PAIR.receiver]);
    expect(audit.notes.at(-1)).toMatchObject({ detail: { source: PAIR.issuer } });
  });

  it('§6.6 of a document that is registered here stands for review, and says nothing of it', async () => {
    const { conversion, carry, text } = await offered({ taken: true });
    carry();
    const made = await conversion.import(text, stay, newcomer);
    expect(made).toMatchObject({ state: 'RECEIVED', reviewReason: null });
  });

  it('§6.4 at a desk records the consent', async () => {
    const { conversion, carry, text, consents } = await offered();
    carry();
    await conversion.import(text, stay, official(PAIR.receiver), desk);
    expect(consents).toMatchObject([{ region: PAIR.receiver, method: 'SIGNED_FORM' }]);
  });

  it('§6.5 again gives the same to who made it, and nothing to another', async () => {
    const { conversion, carry, text, added } = await offered();
    carry();
    const { id } = await conversion.import(text, stay, newcomer);
    expect(await conversion.import(text, stay, newcomer)).toMatchObject({ id });
    const another = { ...newcomer, subject: 'another' };
    for (const by of [another, official(PAIR.receiver)]) {
      await expect(conversion.import(text, stay, by)).rejects.toMatchObject({ code: 'CONFLICT' });
    }
    expect(added).toHaveLength(1);
  });

  const other = { ...stay, division: '330106' };
  it.each<[string, (text: string) => string, typeof stay, Identity, number, string | null, string]>(
    [
      ['that was not fetched', (text) => text, stay, newcomer, 0, null, 'NOT_FOUND'],
      ['that is over', (text) => text, stay, newcomer, OFFER_MS, '330100', 'NOT_FOUND'],
      ['of another secret', (t) => `${t.slice(0, -1)}0`, stay, newcomer, 0, '330100', 'NOT_FOUND'],
      ['that another region gave', (text) => text, stay, newcomer, 0, '440000', 'NOT_FOUND'],
      ['for another region', (text) => text, other, newcomer, 0, '330100', 'BAD_USER_INPUT'],
      ['that is none', () => 'HCV1:x', stay, newcomer, 0, '330100', 'BAD_USER_INPUT'],
      [
        'by an official of elsewhere',
        ...([(text: string) => text, stay, official('440000'), 0, '330100'] as const),
        'REGION_OUT_OF_SCOPE',
      ],
    ],
  )('§6.3 of a text %s is refused', async (_title, change, where, by, ms, came, code) => {
    const { conversion, carry, later, text, added } = await offered();
    if (came !== null) carry(came);
    later(ms);
    await expect(conversion.import(change(text), where, by)).rejects.toMatchObject({ code });
    expect(added).toEqual([]);
  });

  it('§6.2 holds until the last millisecond', async () => {
    const { conversion, carry, later, text } = await offered();
    carry();
    later(OFFER_MS - 1);
    expect(await conversion.import(text, stay, newcomer)).toMatchObject({ state: 'REGISTERED' });
  });
});

describe('a text', () => {
  const place = {
    ...{ offerId: `330100-${'0'.repeat(26)}`, receiver: '510000', secret: 'S'.repeat(26) },
  };

  it('reads back what it was made of, also with a line end around it', () => {
    const read = { ...place, issuer: '330100' };
    expect(readConversionText(conversionText(place))).toEqual(read);
    expect(readConversionText(` ${conversionText(place)}\n`)).toEqual(read);
  });

  it.each([
    ['of another kind', (text: string) => text.replace('HCV1', 'HCN1')],
    ['in small letters', (text: string) => text.toLowerCase()],
    ['cut off', (text: string) => text.slice(0, -1)],
    ['with more behind it', (text: string) => `${text}0`],
    ['very long', (text: string) => text + ' '.repeat(500)],
    ['with letters that are none of base 32', (text: string) => text.replaceAll('S', 'U')],
  ])('%s is none', (_title, change) => {
    expect(readConversionText(change(conversionText(place)))).toBeNull();
  });
});
