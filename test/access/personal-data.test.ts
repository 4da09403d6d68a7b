import { expect, it } from 'vitest';
import { demoPeople } from '../../cli/seed/seed-demo.ts';
import { leaksIn } from '../system/support/personal-data.ts';

const people = demoPeople(new Date());
const [person] = people;

it.each(['name', 'documentNumber', 'phone'] as const)(
  'a %s in clear is found anywhere, and not said',
  (what) => {
    for (const { [what]: value } of people.slice(0, 20)) {
      const leaks = leaksIn([{ where: 'logs', text: `{"msg":"of ${value}"}` }], people);
      expect(leaks).toEqual([`logs: a ${what} at character 11`]);
    }
  },
);

it('what is masked, and an official, is nobody of them', () => {
  const masked = `${person!.name.slice(0, 1)}*${person!.name.slice(2)} 陈样审 ${person!.documentNumber.slice(0, 6)}`;
  expect(leaksIn([{ where: 'logs', text: masked }], people)).toEqual([]);
});
