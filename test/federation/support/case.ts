import type { Subgraph } from './subgraph.ts';
import type { Asked, EngineName } from './engines.ts';

/** An error as it is expected: where it is, then what it says unless that is each engine's own. */
export interface ExpectedError {
  /** Absent: the error is of no one field. */
  readonly path?: readonly (string | number)[];
  readonly message?: string;
}

/** One question with the answer that is right, written by hand. */
export interface Case extends Asked {
  readonly title: string;
  /** Absent: the document is refused before anything is done. */
  readonly data?: object | null;
  readonly errors?: readonly ExpectedError[];
  /** Names of the subgraphs that are asked, sorted; absent: whichever. */
  readonly asks?: readonly string[];
  /** Engines that tell of other errors, and how. The data is the same. */
  readonly otherwise?: Partial<Record<EngineName, string>>;
  /** Engines that answer wrongly, and why. */
  readonly wrong?: Partial<Record<EngineName, string>>;
}

/** Subgraphs with what is asked of them. */
export interface CaseGroup {
  readonly title: string;
  /** Makes them anew, with whatever they keep. */
  readonly subgraphs: () => readonly Subgraph[];
  readonly cases: readonly Case[];
}

/** Apollo Gateway's way with what must be there and is not: it is null, and no error is told of. */
export const IN_EXTENSIONS = 'It says so in extensions.valueCompletion, and there alone.';
