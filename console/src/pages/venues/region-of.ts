/** Whether a division lies in another, both by their codes of GB/T 2260. */
function liesIn(division: string, region: string): boolean {
  return division.startsWith(region.replace(/(00){1,3}$/, ''));
}

/** The deepest of some regions that a division lies in: registrations there, and venues, are its. */
export function regionOf(division: string, regions: readonly string[]): string | null {
  const above = regions.filter((region) => liesIn(division, region));
  // A deeper region has fewer zeros at its end, and is the greater number of those above.
  return above.sort().at(-1) ?? null;
}
