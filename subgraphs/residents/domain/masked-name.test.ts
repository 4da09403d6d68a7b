import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskedName } from './masked-name.ts';

it.each([
  ['张三', '张*'],
  ['李小华', '李*华'],
  ['欧阳修', '欧阳*'],
  ['欧阳小修', '欧阳*修'],
  ['张', '*'],
  ['Maria Sample', 'M*** S***'],
  ['阿依古丽·买买提', '阿*** 买***'],
])('%s is shown as %s', (name, masked) => {
  expect(maskedName(name)).toBe(masked);
});

it('never shows a whole name', () => {
  const han = fc.string({
    unit: fc.constantFrom(...'张李欧阳小华司马样例甲'),
    minLength: 1,
    maxLength: 8,
  });
  const latin = fc.string({ unit: fc.constantFrom(...'abcXYZ é'), minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.oneof(han, latin), (name) => {
      if (name.trim() === '') return;
      expect(maskedName(name)).not.toBe(name.trim());
      expect(maskedName(name)).toContain('*');
    }),
  );
});
