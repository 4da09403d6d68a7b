import { expect, it } from 'vitest';
import { handedFaults, handedText } from './handed-text.ts';

const OFFER = `330100-${'0'.repeat(26)}`;

it('gives of a text all but its secret', () => {
  const text = ` HCV1:${OFFER}.510000.${'S'.repeat(26)}\n`;
  expect(handedText(text)).toEqual({ offerId: OFFER, receiver: '510000' });
  expect(handedText(text.replace('HCV1', 'HCN1'))).toBeNull();
  expect(handedText('')).toBeNull();
});

it.each([
  ['what is not offered, or over', 'NOT_FOUND', ['offerId'], { text: 'OVER' }],
  ['what does not open', 'NOT_FOUND', ['text'], { text: 'OVER' }],
  ['what was used', 'CONFLICT', ['text'], { text: 'USED' }],
  ['a place of another region', 'BAD_USER_INPUT', ['division'], { division: 'OTHER_REGION' }],
  ['a region that is not here', 'BAD_USER_INPUT', ['receiver'], { text: 'OTHER_REGION' }],
  ['a region that the desk is not of', 'REGION_OUT_OF_SCOPE', [], { text: 'OTHER_REGION' }],
  ['no agreement', 'CONFLICT', [], {}],
  ['silence', 'UPSTREAM_TIMEOUT', [], {}],
])('says of %s at which field', (_title, code, fields, faults) => {
  expect(handedFaults(code, fields)).toEqual(faults);
});
