import { describe, expect, it } from 'vitest';
import { NOW, someClaims } from '../../persistence/signing-fakes.ts';
import { statusesByIssuer, type StatusSource, type TokenStatusRow } from './status-source.ts';

const tokens = ['33', '51', '33', '44', '51', '33'].map((issuer, at) =>
  someClaims({ issuer, statusIndex: at }),
);

/** Says of each token in whose order it was asked: its horizon. */
function source(asked: number[][], most = Infinity): StatusSource {
  return {
    statusesOf(given) {
      asked.push(given.map(({ statusIndex }) => statusIndex));
      const rows = given.map(({ statusIndex }): TokenStatusRow => {
        return { state: 'ACTIVE', color: 'GREEN', horizon: new Date(statusIndex), asOf: NOW };
      });
      return Promise.resolve(rows.slice(0, most));
    },
  };
}

const said = (rows: readonly (TokenStatusRow | Error)[]) =>
  rows.map((row) => (row instanceof Error ? 'fault' : row.horizon?.getTime()));

describe('statuses by issuer', () => {
  it('are asked of each source once, and come in the order of the tokens', async () => {
    const [own, others]: [number[][], number[][]] = [[], []];
    const [here, elsewhere] = [source(own), source(others)];
    const statuses = statusesByIssuer((issuer) => (issuer === '33' ? here : elsewhere));
    expect(said(await statuses.statusesOf(tokens))).toEqual([0, 1, 2, 3, 4, 5]);
    expect([own, others]).toEqual([[[0, 2, 5]], [[1, 3, 4]]]);
  });

  it('have an error in place of what a source does not say', async () => {
    const [whole, short] = [source([]), source([], 1)];
    const statuses = statusesByIssuer((issuer) => (issuer === '33' ? whole : short));
    expect(said(await statuses.statusesOf(tokens))).toEqual([0, 1, 2, 'fault', 'fault', 5]);
  });
});
