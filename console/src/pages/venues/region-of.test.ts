import { expect, it } from 'vitest';
import { regionOf } from './region-of.ts';

const REGIONS = ['330000', '330100', '510000'];

it.each([
  ['330106', '330100'],
  ['330100', '330100'],
  ['330212', '330000'],
  ['330000', '330000'],
  ['510104', '510000'],
  ['110101', null],
])('a place in %s belongs to %s', (division, region) => {
  expect(regionOf(division, REGIONS)).toBe(region);
});
