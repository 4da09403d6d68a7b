import { describe, expect, it } from 'vitest';
import { DIVISIONS, divisionBook } from '../../subgraphs/kit/standards/gbt2260-data.ts';
import { readResidentId } from '../../subgraphs/kit/standards/resident-id.ts';
import { ISSUING_REGIONS } from './demo-regions.ts';
import { syntheticResidents } from './synthetic-residents.ts';

const today = '2022-11-24';

function people(seed: number) {
  return syntheticResidents({
    ...{
      seed,
      count: 300,
      divisions: DIVISIONS,
      book: divisionBook,
      regions: ISSUING_REGIONS,
      today,
    },
  });
}

describe('invented residents', () => {
  const all = people(1);

  it('are the same for a seed and others for another', () => {
    expect(people(1)).toEqual(all);
    expect(people(2)).not.toEqual(all);
  });

  it('have numbers that are valid, differ, and were given in divisions that exist', () => {
    expect(new Set(all.map(({ documentNumber }) => documentNumber)).size).toBe(300);
    for (const { documentType, documentNumber, birthDate } of all) {
      expect(birthDate < today).toBe(true);
      if (documentType !== 'RESIDENT_ID') continue;
      const facts = readResidentId(documentNumber);
      expect(facts).toMatchObject({ birthDate });
      expect(divisionBook.get('division' in facts ? facts.division : '')).toBeDefined();
    }
  });

  it('stay in the region that registers them', () => {
    const regions = new Set<string>(ISSUING_REGIONS);
    for (const { division, region } of all) {
      expect(divisionBook.nearestOf(regions, division)).toBe(region);
    }
  });

  it.each(ISSUING_REGIONS)('play every story and are of every kind in %s', (region) => {
    const own = all.filter((person) => person.region === region);
    expect(new Set(own.map(({ story }) => story)).size).toBe(7);
    expect(new Set(own.map(({ kind }) => kind)).size).toBe(5);
  });

  it('have guardians for children: adults of the same region, earlier in the list', () => {
    const children = all.filter(({ kind }) => kind === 'CHILD');
    expect(children).toHaveLength(4);
    for (const child of children) {
      const guardian = all[child.guardian ?? -1];
      expect(guardian).toMatchObject({ kind: 'LOCAL', region: child.region });
      expect(all.indexOf(guardian!)).toBeLessThan(all.indexOf(child));
      expect(Number(today.slice(0, 4)) - Number(child.birthDate.slice(0, 4))).toBeLessThan(14);
    }
  });
});
