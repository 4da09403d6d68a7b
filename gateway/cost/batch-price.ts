/** A field with a price by the items it is given, whatever is asked of each. */
export interface BatchPrice {
  readonly argument: string;
  /** Items for 1 unit; a part of that costs 1 too. */
  readonly itemsPerUnit: number;
}

/**
 * Prices that `@cost`, whose weights are whole numbers of one item, cannot say. What these fields
 * answer is plain values: nothing behind it fetches more. Source: SECURITY.md, Limits.
 */
export const BATCH_PRICES: ReadonlyMap<string, BatchPrice> = new Map([
  ['Query.recognizeCode', { argument: 'input', itemsPerUnit: 10 }],
  ['Query.recognizeCodes', { argument: 'inputs', itemsPerUnit: 10 }],
]);
