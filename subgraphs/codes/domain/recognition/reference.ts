import type { Policy } from '../color/policy.ts';
import type { Texts } from '../texts.ts';
import type { VerdictData } from './verdict-maker.ts';

/** A region as the graph shows it. */
export interface Region {
  readonly id: string;
  readonly names: Texts;
}

/** What recognition needs of what is the same for everyone: loaded as a whole, replaced as a whole. */
export interface ReferenceData extends VerdictData {
  readonly regions: ReadonlyMap<string, Region>;
  readonly policies: readonly Policy[];
}

/** Gives the reference data in force. */
export type CurrentReference = () => ReferenceData;
