import type { ListedArea } from './area.ts';

const OTHERS = '(?:其他|其它|其余)';
const AREAS = '(?:区域|地区|地方|范围|片区)';
/** "Apart from the areas of high risk, everything else." */
const APART_FROM_RISK = new RegExp(
  `^除?(?:上述|以上)?[高中低、，,和及或]*风险(?:区域|地区|区)?(?:以|之)?外的?` +
    `(?:所有|全部|全区|全县|全市|全域|${OTHERS})*的?${AREAS}?$`,
);
const EVERYTHING_ELSE = new RegExp(`^${OTHERS}${AREAS}?$`);
const EVERYTHING = /^(?:全域|全境|全区|全县|全市|全旗)$/;

/**
 * Whether an area is the whole of its division: "everywhere but in the areas of high risk",
 * "everything". Words about a town or a community inside it are not. Source: RULES.md §4.
 */
export function coversWhole({ province, city, county, community }: ListedArea): boolean {
  let words = community.replace(/\s+/g, '');
  for (const name of [province, city, county]) {
    if (name !== '' && words.startsWith(name)) words = words.slice(name.length);
  }
  return [APART_FROM_RISK, EVERYTHING_ELSE, EVERYTHING].some((pattern) => pattern.test(words));
}
