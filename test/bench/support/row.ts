/** One measured figure. Names and bars: DESIGN.md §9. */
export interface Row {
  readonly row: string;
  readonly value: number;
  readonly better: 'higher' | 'lower';
  /** What it should be, as it is printed. */
  readonly bar: string;
}

/** What a benchmark found: its rows, and its report as Markdown. */
export interface Findings {
  readonly rows: readonly Row[];
  readonly report: string;
}

/** A benchmark; `say` tells how far it is. */
export type Bench = (say: (sentence: string) => void) => Promise<Findings>;

/** A Markdown table with its columns lined up. */
export function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(3, name.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = row(widths.map((width) => '-'.repeat(width)));
  return [row(head), rule, ...lines.map(row)].join('\n');
}

/** The rows of a benchmark as a table. */
export function rowTable(rows: readonly Row[]): string {
  return table(
    ['row', 'value', 'bar'],
    rows.map(({ row, value, bar }) => [row, String(value), bar]),
  );
}

/** Middle of some figures; the mean of the two middle ones of an even number. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? NaN) + upper) / 2 : upper;
}

/** Rounded for reading. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
