/** Colors of a code, from best to worst. */
export const COLORS = ['GREEN', 'YELLOW', 'RED'] as const;
/** One color of a code. */
export type Color = (typeof COLORS)[number];

/** The worst of some colors; GREEN when there is none. */
export function darkest(colors: readonly Color[]): Color {
  return COLORS.findLast((color) => colors.includes(color)) ?? 'GREEN';
}
