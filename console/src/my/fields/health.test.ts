import { describe, expect, it } from 'vitest';
import { faultsOf, NO_ANSWERS, reportOf, temperatureOf } from './health.ts';

describe('what a person says of their health', () => {
  it.each([
    ['nothing said', {}, ['unwell']],
    ['well', { unwell: false }, []],
    ['unwell, not said how', { unwell: true }, ['symptoms']],
    ['unwell with a cough', { unwell: true, symptoms: ['COUGH' as const] }, []],
    ['33.9 ℃', { unwell: false, temperature: '33.9' }, ['temperature']],
    ['34 ℃', { unwell: false, temperature: '34' }, []],
    ['43 ℃', { unwell: false, temperature: '43' }, []],
    ['43.1 ℃', { unwell: false, temperature: '43.1' }, ['temperature']],
    ['no number', { unwell: false, temperature: 'warm' }, ['temperature']],
  ])('%s', (_what, given, faults) => {
    const found = Object.entries(faultsOf({ ...NO_ANSWERS, ...given }));
    expect(found.flatMap(([field, key]) => (key === null ? [] : field))).toEqual(faults);
  });

  it.each([
    ['', null],
    ['36.5', 36.5],
    ['36,5', 36.5],
    ['３６．５', 36.5],
  ])('reads the temperature "%s"', (typed, value) => {
    expect(temperatureOf(typed)).toBe(value);
  });

  it('sends no symptoms of who is well', () => {
    const answers = { unwell: false, symptoms: ['COUGH'], temperature: '' } as const;
    expect(reportOf(answers)).toEqual({ symptoms: [], temperature: null });
  });
});
