/** Levels of risk, the darkest first. The middle one was abolished in November 2022. */
export const RISK_LEVELS = ['HIGH', 'MEDIUM', 'LOW'] as const;
/** One level of risk. */
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** An area as a bulletin lists it; the names are those published, without blanks around them. */
export interface ListedArea {
  readonly level: RiskLevel;
  readonly province: string;
  /** The district, in municipalities. */
  readonly city: string;
  /** The street, in municipalities. */
  readonly county: string;
  /** A community, a street, a building, or words such as "everywhere else". */
  readonly community: string;
}

/** A counted thing for each level. */
export type PerLevel<T> = Readonly<Record<RiskLevel, T>>;

/**
 * What is the same area: the same place at the same level. Bulletins are tens of thousands of areas:
 * they are kept and compared as these keys.
 */
export function areaKey({ level, province, city, county, community }: ListedArea): string {
  return `${level}\t${province}\t${city}\t${county}\t${community}`;
}

/** The place of an area's key, whatever its level. */
export function placeOfKey(key: string): string {
  return key.slice(key.indexOf('\t') + 1);
}

/** The parts of a key again. */
export function areaOfKey(key: string): ListedArea {
  const [level, province = '', city = '', county = '', community = ''] = key.split('\t');
  const known = RISK_LEVELS.find((one) => one === level);
  if (!known) throw new Error('This is no key of an area.');
  return { level: known, province, city, county, community };
}
