import { describe, expect, it } from 'vitest';
import { checkedReason, withoutNumbers } from './reason.ts';

describe('a reason as the audit log keeps it', () => {
  it.each([
    ['rang 13800138000 at noon', 'rang … at noon'],
    ['rang 138 0013 8000 at noon', 'rang … at noon'],
    ['rang 138-0013-8000.', 'rang ….'],
    ['of 330106199001011236', 'of …'],
    ['of 33010619900101123X', 'of …'],
    ['of ３３０１０６１９９００１０１１２３Ｘ', 'of …'],
    ['of 330106 1990 0101 1236', 'of …'],
    ['passport G12345678', 'passport …'],
    ['2022-11-24 138 0013 8000', '…'],
    ['tested on 2022-11-24', 'tested on 2022-11-24'],
    ['tested on 2022-11-24 14:00', 'tested on 2022-11-24 14:00'],
    ['from 2022-11-24 to 2022-11-30', 'from 2022-11-24 to 2022-11-30'],
    ['2022/11/24 - 2022/11/30', '2022/11/24 - 2022/11/30'],
    ['between 14:00-15:30, 12 people', 'between 14:00-15:30, 12 people'],
    ['他 2022年11月24日 14:00 到', '他 2022年11月24日 14:00 到'],
    ['case ２０２２', 'case ２０２２'],
  ])('%s → %s', (given, expected) => {
    expect(withoutNumbers(given)).toBe(expected);
  });
});

describe('a reason as it is given', () => {
  it.each([
    'too short'.slice(0, 5),
    'x'.repeat(501),
    'a bell \u0007 in it',
    'half \ud83d a character',
  ])('refused: %j', (given) => {
    expect(() => checkedReason(given)).toThrow('A reason has 6 to 500 characters');
  });

  it.each([
    ['  with blanks  ', 'with blanks'],
    ['two\nlines', 'two\nlines'],
    ['good 😀 reason', 'good 😀 reason'],
  ])('%j is kept as %j', (given, expected) => {
    expect(checkedReason(given)).toBe(expected);
  });
});
