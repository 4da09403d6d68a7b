const DAY_MS = 86_400_000;

/** Terms that the linter takes, as a client sends them: a pair without an agreement, long from now. */
export function someTerms(receiver: string) {
  return {
    ...{ receiver, issuer: '000000', mode: 'DIRECT' },
    colorMap: [{ issued: 'GREEN', color: 'GREEN' }],
    validFrom: new Date(Date.now() + 100 * DAY_MS).toISOString(),
    validTo: new Date(Date.now() + 200 * DAY_MS).toISOString(),
  };
}
