import type { Page, Rows } from '../../../kit/page.ts';
import type { Evidence } from '../color/events-to-facts.ts';
import type { ColorDecision, HealthCode } from './health-code.ts';
import type { IssuedToken } from './issued-token.ts';

/** Who voided tokens, when and why. */
export interface Withdrawal {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** Codes and their tokens, kept. */
export interface CodeStore {
  find(id: string): Promise<HealthCode | null>;
  ofResident(residentId: string): Promise<HealthCode | null>;
  /**
   * Keeps a token; `'TRY_AGAIN'` when its cti, its status index or the day of a dynamic token is
   * taken. Atomic.
   */
  addToken(token: IssuedToken): Promise<'STORED' | 'TRY_AGAIN'>;
  /** The valid dynamic token of a code and day. */
  dynamicToken(code: HealthCode, issuedOn: string): Promise<IssuedToken | null>;
  /** A kept token by its cti. */
  token(region: string, cti: Uint8Array): Promise<IssuedToken | null>;
  /** Voids every valid token of a code; the number voided. Atomic. */
  withdrawTokens(code: HealthCode, withdrawal: Withdrawal): Promise<number>;
}

/** Reads for the graph, beside what the use cases need. Lists answer in the order of the ids. */
export interface CodeReads extends CodeStore {
  findMany(ids: readonly string[]): Promise<(HealthCode | null)[]>;
  ofResidents(residentIds: readonly string[]): Promise<(HealthCode | null)[]>;
  /** Decisions of a code, newest first. */
  decisions(code: HealthCode, page: Page): Promise<Rows<ColorDecision>>;
  /** All evidence about a code's holder, in no order. */
  evidenceOf(code: HealthCode): Promise<readonly Evidence[]>;
}
