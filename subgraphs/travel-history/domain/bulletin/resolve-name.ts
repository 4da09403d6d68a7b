import { NATION, type Division, type DivisionLevel } from '../../../kit/standards/gbt2260.ts';
import type { ListedArea } from './area.ts';

/** The names above a community. */
export type AreaNames = Pick<ListedArea, 'province' | 'city' | 'county'>;

/** Where names lead to. */
export interface Resolved {
  /** GB/T 2260. */
  readonly code: string;
  readonly level: DivisionLevel;
  /** True when the division is the very one named; false when it is the nearest above it. */
  readonly exact: boolean;
}

/** Finds the division that names mean; total: what nobody knows belongs to what lies above it. */
export type ResolveNames = (names: AreaNames) => Resolved;

/** Provinces by names that the standard does not have. Source: DESIGN.md §11. */
const ALIASES: ReadonlyMap<string, string> = new Map([['新疆生产建设兵团', '650000']]);

/** Divisions by parent and name; a name that two of one parent bear leads nowhere. */
function indexOf(divisions: readonly Division[], keyOf: (division: Division) => string) {
  const index = new Map<string, Division | null>();
  for (const division of divisions) {
    const key = keyOf(division);
    index.set(key, index.has(key) ? null : division);
  }
  return index;
}

/** Published counties carry remarks, such as "(虚拟)"; what stands before them is the name. */
function spellings(name: string): string[] {
  const bare = name.replace(/[(（].*$/, '').trim();
  return bare === name || bare === '' ? [name] : [name, bare];
}

/**
 * Makes the look-up of published names. A municipality's `city` is a district and its `county` a
 * street; counties right below a province stand as city and county at once. Source: RULES.md §2.
 */
export function nameResolver(divisions: readonly Division[]): ResolveNames {
  const below = indexOf(divisions, ({ parent, name }) => `${parent ?? ''} ${name}`);
  const counties = divisions.filter(({ level }) => level === 'COUNTY');
  const inProvince = indexOf(counties, ({ code, name }) => `${code.slice(0, 2)} ${name}`);

  function find<T>(name: string, look: (spelling: string) => T | null | undefined): T | null {
    for (const spelling of spellings(name)) {
      const found = look(spelling);
      if (found) return found;
    }
    return null;
  }
  const child = (parent: string, name: string) =>
    find(name, (spelling) => below.get(`${parent} ${spelling}`));

  function resolve({ province: named, city: cityName, county: countyName }: AreaNames): Resolved {
    const given = (division: Division, exact: boolean): Resolved => {
      const { code, level } = division;
      return { code, level, exact };
    };
    const alias = ALIASES.get(named);
    const province = alias ? divisions.find(({ code }) => code === alias) : child(NATION, named);
    if (!province) return { code: NATION, level: 'NATION', exact: false };
    const somewhere = (name: string) =>
      find(name, (spelling) => inProvince.get(`${province.code.slice(0, 2)} ${spelling}`));
    const city = child(province.code, cityName);
    const isDeepest = countyName === '' || countyName === cityName;
    if (city?.level === 'COUNTY') return given(city, isDeepest);
    const county = city ? child(city.code, countyName) : null;
    if (county) return given(county, true);
    if (city) return given(city, isDeepest);
    const other = somewhere(countyName) ?? somewhere(cityName);
    if (other) return given(other, isDeepest || other.name === countyName);
    return given(province, cityName === '' && countyName === '');
  }

  const known = new Map<string, Resolved>();
  return (names) => {
    const key = `${names.province}\t${names.city}\t${names.county}`;
    const before = known.get(key);
    if (before) return before;
    const resolved = resolve(names);
    // Names come from outside: what is remembered has a bound.
    if (known.size > 20_000) known.clear();
    known.set(key, resolved);
    return resolved;
  };
}
