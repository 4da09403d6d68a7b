/** Codes in a call: as many as there may be. Source: DESIGN.md §6. */
export const BATCH = 1_000;

/** A batch as the README shows a single verdict. */
const QUERY = `query ($inputs: [RecognizeCodeInput!]!) {
  recognizeCodes(inputs: $inputs) {
    pass outcome tokenStatus color validUntil reasons { ruleId text(language: EN) } receipt
  }
}`;

/** Makes a load of single verdicts one of batches; two calls are under way at a time. */
export function inBatches<T extends object>(task: T) {
  const first = { connections: 2, warmUpMs: 1_000 };
  return { ...task, ...first, query: QUERY, batch: BATCH, measureMs: 5_000 };
}

/** Before the first round: enough batches that everything is compiled. */
export const FIRST_BATCHES = { warmUpMs: 4_000, warmUpRequests: 20, warmUpMaxMs: 60_000 } as const;
