import { describe, expect, it } from 'vitest';
import { aPolicy } from '../../test/system/support/policies.ts';
import { lintPolicyDocument } from './policy-file.ts';

const NOW = new Date('2022-07-01T00:00:00Z');
const right = aPolicy('330000');
const [rule] = right.rules;

/** Places and words of what is wrong with a policy that is right but for what is given. */
function faults(more: object): string[] {
  const text = JSON.stringify({ ...right, ...more });
  return lintPolicyDocument(text, NOW).map(({ path, message }) => `${path}: ${message}`);
}
const withRule = (more: object) => faults({ rules: [{ ...rule, ...more }] });

describe('a policy as it is written down', () => {
  it.each<[string, object]>([
    ['as proposePolicy takes it', {}],
    ['with its reason', { reason: 'after the ninth edition' }],
    ['with nulls where nothing stands', { validTo: null }],
    ['without an age of statuses', { statusMaxAgeMinutes: undefined }],
  ])('is right %s', (_title, more) => {
    expect(faults(more)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['no region', { region: 'x' }, 'region: A region stands here'],
    ['no instant', { validFrom: '2022-07-01' }, 'validFrom: An instant stands here'],
    ['an end before its beginning', { validTo: '2098-01-01T00:00:00Z' }, 'validTo: A policy ends'],
    ['statuses of a week', { statusMaxAgeMinutes: 10_080 }, 'statusMaxAgeMinutes: A status'],
    ['no rule', { rules: [] }, 'rules: A policy has 1 to 50 rules.'],
    ['a field that is none', { people: ['x'] }, ': Unrecognized key: "people"'],
  ])('with %s is told where', (_title, more, said) => {
    expect(faults(more)).toHaveLength(1);
    expect(faults(more)[0]).toContain(said);
  });

  it.each<[string, object, string]>([
    [
      'too many days',
      { condition: { kind: 'CONTACT_NOTICE', days: 91 } },
      'condition.days: A whole',
    ],
    [
      'a condition that is none',
      { condition: { kind: 'NAME', is: 'x' } },
      'condition.kind: One of',
    ],
    ['no condition', { condition: 'x' }, 'condition: A condition stands here'],
    ['a green color', { color: 'GREEN' }, 'color: A rule makes a code YELLOW or RED.'],
    ['no color', { color: null }, 'color: A rule makes a code YELLOW or RED.'],
    [
      'a text without words',
      { text: { zhHans: '一', zhHant: '', en: 'a' } },
      'text.zhHant: A text',
    ],
    ['a text that is missing', { text: { zhHans: '一', zhHant: '一' } }, 'text.en: '],
  ])('with a rule of %s is told where', (_title, more, said) => {
    expect(withRule(more)[0]).toContain(`rules.0.${said}`);
  });

  it.each(['', '{', '[]', 'null', '"x"'])('that is none is told so: %s', (text) => {
    expect(lintPolicyDocument(text, NOW)).toMatchObject([{ path: '' }]);
  });
});
