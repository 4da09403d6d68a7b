import type { DatabaseUrls } from '../../../cli/embedded/database.ts';
import type { Secrets } from '../../../cli/embedded/secrets.ts';

/** Processes of split mode, by the names of their npm scripts. */
export type Part =
  'gateway' | 'residents' | 'health-records' | 'travel-history' | 'codes' | 'checkpoint';

/** What system stories are told of the Tongma that they share. */
export interface SharedTongma {
  readonly mode: 'all in one' | 'split';
  readonly urls: DatabaseUrls;
  readonly keys: Pick<Secrets, 'fieldKey' | 'indexKey' | 'identityKey'>;
  /** Origins of its gateways: one, or in split mode two. */
  readonly gateways: readonly string[];
  /** Environment that each process was started with; none in one process. */
  readonly environments: Readonly<Partial<Record<Part, Readonly<Record<string, string>>>>>;
}

declare module 'vitest' {
  /** What system stories are given. */
  export interface ProvidedContext {
    /** Data folder of the Tongma that all stories share. */
    data: string;
    tongma: SharedTongma;
  }
}
