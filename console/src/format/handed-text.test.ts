import { describe, expect, it } from 'vitest';
import { handedText } from './handed-text.ts';

const offerId = `330100-${'0'.repeat(26)}`;
const text = `HCV1:${offerId}.510000.${'S'.repeat(26)}`;

describe('a text that a person hands over', () => {
  it('says which offer it is and for whom, and keeps its secret', () => {
    expect(handedText(` ${text}\n`)).toEqual({ offerId, receiver: '510000' });
    expect(JSON.stringify(handedText(text))).not.toContain('S'.repeat(26));
  });

  it.each(['', 'HCN1:ABC', text.slice(0, -1), `${text}0`, text.replace('.510000', '')])(
    '%s is none',
    (other) => {
      expect(handedText(other)).toBeNull();
    },
  );
});
