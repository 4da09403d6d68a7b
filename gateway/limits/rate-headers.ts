import type { Allowance } from './token-bucket.ts';

/** What a client is told of its allowance. Source: draft-ietf-httpapi-ratelimit-headers-10. */
export function rateHeaders(allowance: Allowance): Record<string, string> {
  const { granted, quota, remaining, fullInS, retryInS } = allowance;
  return {
    'ratelimit-policy': `"cost";q=${quota};w=60`,
    ratelimit: `"cost";r=${remaining};t=${fullInS}`,
    ...(!granted && { 'retry-after': String(retryInS) }),
  };
}
