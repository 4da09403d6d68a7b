/** Levels of GB/T 2260. */
export type DivisionLevel = 'NATION' | 'PROVINCE' | 'CITY' | 'COUNTY';

/** One administrative division. */
export interface Division {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  /** Division directly above; null for the nation. */
  readonly parent: string | null;
}

/** The code of the whole country, above every province. */
export const NATION = '000000';

/** Questions about where divisions lie; every answer is a look-up. */
export interface DivisionBook {
  get(code: string): Division | undefined;
  /** The division itself and all above it, deepest first; empty for what is no division. */
  ancestors(code: string): readonly string[];
  /** Whether `root` is `code` or lies above it. */
  covers(root: string, code: string): boolean;
  /** The nearest member of `regions` at or above `code`. */
  nearestOf(regions: { has(code: string): boolean }, code: string): string | null;
}

/** Makes the book of a list of divisions. Source: GB/T 2260. */
export function createDivisionBook(divisions: readonly Division[]): DivisionBook {
  const byCode = new Map(divisions.map((division) => [division.code, division]));

  function lineOf(code: string): string[] {
    const line: string[] = [];
    for (
      let at = byCode.get(code);
      at;
      at = at.parent === null ? undefined : byCode.get(at.parent)
    ) {
      line.push(at.code);
    }
    return line;
  }
  const lines = new Map(divisions.map(({ code }) => [code, lineOf(code)]));
  const ancestors = (code: string): readonly string[] => lines.get(code) ?? [];

  return {
    get: (code) => byCode.get(code),
    ancestors,
    covers: (root, code) => ancestors(code).includes(root),
    nearestOf: (regions, code) => ancestors(code).find((above) => regions.has(above)) ?? null,
  };
}
