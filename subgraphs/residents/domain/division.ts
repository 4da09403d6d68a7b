import type { Page, Rows } from '../../kit/page.ts';

/** A GB/T 2260 division as the graph shows it. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: 'NATION' | 'PROVINCE' | 'CITY' | 'COUNTY';
  readonly parent: string | null;
  /** Whether a region stands here that registers residents and issues codes. */
  readonly registers: boolean;
}

/** The code book of divisions, read. */
export interface DivisionStore {
  find(code: string): Promise<Division | null>;
  /** In the order of `codes`; null for what is no division. */
  findMany(codes: readonly string[]): Promise<(Division | null)[]>;
  /** Divisions directly below `parent`, by code. */
  below(parent: string, page: Page): Promise<Rows<Division>>;
  /** Codes of the regions that register residents. */
  registrars(): Promise<string[]>;
  /** Writes the code book; `registers` of what is there already stays. */
  load(divisions: readonly Omit<Division, 'registers'>[]): Promise<void>;
  /** Makes divisions regions that register residents. */
  openRegistration(codes: readonly string[]): Promise<void>;
}
