import type { Page } from 'playwright-core';
import type { RunningTongma } from './running-tongma.ts';

/** A page that people see: tests visit each, `npm run screenshots` pictures each. */
export interface TongmaPage {
  /** Begins the names of its pictures. */
  readonly name: string;
  /** Where it is; a function where the address holds an id. */
  readonly path: string | ((tongma: RunningTongma) => Promise<string>);
  /** User name of who looks; null when nobody has signed in. */
  readonly account: string | null;
  /** Brings the page to the state that is meant, such as a verdict. */
  readonly prepare?: (page: Page, tongma: RunningTongma) => Promise<void>;
  /** Faults that belong to the page, such as the refusal it shows. */
  readonly allow?: readonly RegExp[];
}
