import { describe, expect, it } from 'vitest';
import { rateHeaders } from './rate-headers.ts';
import { tokenBuckets } from './token-bucket.ts';

const S = 1_000;

function clocked(quota: number) {
  let time = 0;
  const buckets = tokenBuckets(quota, () => time);
  return {
    at(seconds: number, units: number, client = 'a') {
      time = seconds * S;
      return buckets.take(client, units);
    },
  };
}

describe('an allowance of 60 units a minute', () => {
  it('is spent, and comes back by one a second', () => {
    const { at } = clocked(60);
    expect(at(0, 50)).toMatchObject({ granted: true, remaining: 10, fullInS: 50 });
    expect(at(0, 11)).toMatchObject({ granted: false, remaining: 10, retryInS: 1 });
    expect(at(1, 11)).toMatchObject({ granted: true, remaining: 0, retryInS: 0 });
    expect(at(1, 30)).toMatchObject({ granted: false, retryInS: 30 });
    expect(at(600, 0)).toMatchObject({ granted: true, remaining: 60, fullInS: 0 });
  });

  it('is each client’s own', () => {
    const { at } = clocked(60);
    expect(at(0, 60).granted).toBe(true);
    expect(at(0, 60, 'b').granted).toBe(true);
  });

  it('gives a call of more than all of it a whole one', () => {
    const { at } = clocked(60);
    expect(at(0, 500)).toMatchObject({ granted: true, remaining: 0 });
    expect(at(30, 500)).toMatchObject({ granted: false, retryInS: 30 });
    expect(at(60, 500).granted).toBe(true);
  });

  it('is not refilled by a clock that goes back', () => {
    const { at } = clocked(60);
    at(10, 60);
    expect(at(0, 0).remaining).toBe(0);
  });

  it('is kept while it is not whole, whoever else comes', () => {
    const { at } = clocked(60);
    at(0, 60);
    for (let other = 0; other < 10_001; other += 1) at(1, 0, `other-${other}`);
    expect(at(1, 0).remaining).toBe(1);
  });

  it('is told in headers', () => {
    const { at } = clocked(60);
    expect(rateHeaders(at(0, 45))).toEqual({
      'ratelimit-policy': '"cost";q=60;w=60',
      ratelimit: '"cost";r=15;t=45',
    });
    expect(rateHeaders(at(0, 20))).toMatchObject({ 'retry-after': '5' });
  });
});
