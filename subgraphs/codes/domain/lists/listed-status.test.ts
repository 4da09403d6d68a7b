import { describe, expect, it } from 'vitest';
import { after, NOW, someClaims } from '../../persistence/signing-fakes.ts';
import { holdStatuses } from '../status/held-statuses.ts';
import { placeOf, uriOf } from '../status/place.ts';
import { allGreen, setStatus, type ListedStatus } from '../status/status-bits.ts';
import type { TokenClaims } from '../token/claims.ts';
import { listedStatus, type IssuerLists } from './listed-status.ts';

/** Lists of {@link NOW} that say something of one token. */
function listsSaying(claims: TokenClaims, listed: ListedStatus | null): IssuerLists {
  const { list: id, place } = placeOf(claims)!;
  const bits = allGreen();
  if (listed) setStatus(bits, place, listed);
  const life = { issuedAt: NOW, expiresAt: after(86_400), kid: '0000000000000000' };
  const nothing = { lists: [], ctis: new Uint8Array(), places: [], kids: [] };
  const statement = { issuer: id.issuer, ...life, ...nothing };
  return {
    ...{ statement, isWithdrawn: () => false },
    lists: new Map(listed ? [[uriOf(id), { id, statuses: holdStatuses(bits), ...life }]] : []),
  };
}

interface Row {
  readonly title: string;
  readonly claims: Partial<TokenClaims>;
  readonly listed: ListedStatus | null;
  readonly says: string;
}

describe('what lists say of a token', () => {
  it.each<Row>([
    {
      title: 'older: what is listed',
      claims: { issuedAt: after(-61), color: 'GREEN' },
      listed: 'RED',
      says: 'ACTIVE RED 0',
    },
    {
      title: 'older: also what is better',
      claims: { issuedAt: after(-61), color: 'RED' },
      listed: 'GREEN',
      says: 'ACTIVE GREEN 0',
    },
    { title: 'older, in no list', claims: { issuedAt: after(-61) }, listed: null, says: 'nothing' },
    {
      title: 'made with them: the darker, its own',
      claims: { issuedAt: after(-60), color: 'RED' },
      listed: 'GREEN',
      says: 'ACTIVE RED 0',
    },
    {
      title: 'made with them: the darker, the listed',
      claims: { issuedAt: after(-60), color: 'GREEN' },
      listed: 'YELLOW',
      says: 'ACTIVE YELLOW 0',
    },
    {
      title: 'made with them, to be asked for',
      claims: { issuedAt: after(-1), color: 'GREEN' },
      listed: 'ASK',
      says: 'SUSPENDED null 0',
    },
    {
      title: 'newer: its own color, as of its issue',
      claims: { issuedAt: after(30), color: 'YELLOW' },
      listed: 'GREEN',
      says: 'ACTIVE YELLOW 30',
    },
    {
      title: 'newer, its list not there yet',
      claims: { issuedAt: after(30), color: 'GREEN' },
      listed: null,
      says: 'ACTIVE GREEN 30',
    },
    {
      title: 'newer, on paper: in no list',
      claims: { issuedAt: after(0), kind: 'PAPER' },
      listed: 'GREEN',
      says: 'nothing',
    },
    {
      title: 'made with them, on paper: the darker',
      claims: { issuedAt: after(-1), kind: 'PAPER', color: 'RED' },
      listed: 'GREEN',
      says: 'ACTIVE RED 0',
    },
    {
      title: 'made with them, on paper, its list not there yet',
      claims: { issuedAt: after(-1), kind: 'PAPER', color: 'GREEN' },
      listed: null,
      says: 'nothing',
    },
    {
      title: 'older, on paper',
      claims: { issuedAt: after(-61), kind: 'PAPER' },
      listed: 'YELLOW',
      says: 'ACTIVE YELLOW 0',
    },
  ])('$title', ({ claims: given, listed, says }) => {
    const claims = someClaims(given);
    const row = listedStatus(listsSaying(claims, listed), claims);
    const age = row && (row.asOf.getTime() - NOW.getTime()) / 1_000;
    expect(row ? [row.state, row.color ?? 'null', age].join(' ') : 'nothing').toBe(says);
  });

  it('is nothing for a specimen', () => {
    const lists = listsSaying(someClaims(), 'GREEN');
    expect(listedStatus(lists, someClaims({ kind: 'SPECIMEN' }))).toBeNull();
  });
});
