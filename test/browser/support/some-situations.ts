import { signAgreement } from '../../../subgraphs/codes/domain/recognition/signed-agreement.ts';
import { signTerms } from '../../../subgraphs/codes/domain/recognition/terms.ts';
import { placeOf } from '../../../subgraphs/codes/domain/status/place.ts';
import { signStatement } from '../../../subgraphs/codes/domain/status/statement.ts';
import {
  allGreen,
  setStatus,
  type ListedStatus,
} from '../../../subgraphs/codes/domain/status/status-bits.ts';
import { signStatusList } from '../../../subgraphs/codes/domain/status/status-list.ts';
import type { TokenClaims } from '../../../subgraphs/codes/domain/token/claims.ts';
import { issueToken } from '../../../subgraphs/codes/domain/token/issue-token.ts';
import { signTrustList } from '../../../subgraphs/codes/domain/trust/trust-list.ts';
import { packed, sha256 } from '../../../subgraphs/codes/persistence/node-crypto.ts';
import {
  after,
  aKey,
  aSigner,
  aTrustList,
  ISSUER,
  NOW,
  someClaims,
} from '../../../subgraphs/codes/persistence/signing-fakes.ts';
import type { ListBundle } from '../../../subgraphs/codes/verify/index.ts';
import type { Situation } from './verifier-in-chromium.ts';

const RECEIVER = '510000';
const DAY = 86_400;

function broken(text: string): string {
  return `${text.slice(0, -4)}${text.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
}

/** A handful of codes of one issuer, as a receiver that has an agreement with it judges them. */
export async function someSituations(): Promise<readonly Situation[]> {
  const [root, dynamic, paper, status, theirs, ours] = Array.from({ length: 6 }, aSigner);
  if (!root || !dynamic || !paper || !status || !theirs || !ours) throw new Error('No keys.');
  const keys = [
    ...[aKey(dynamic), aKey(paper, { use: 'paper' }), aKey(status, { use: 'status' })],
    ...[aKey(theirs, { use: 'policy' }), aKey(ours, { use: 'policy', region: RECEIVER })],
  ];
  const trustList = await signTrustList(aTrustList(keys), [root]);
  const life = { issuedAt: after(-60), expiresAt: after(7 * DAY) };

  const claims = (index: number, given: Partial<TokenClaims> = {}) =>
    someClaims({
      kind: 'PAPER',
      statusIndex: index,
      cti: Uint8Array.of(index, 2, 3, 4, 5, 6, 7, 8),
      ...given,
    });
  const listed: readonly (readonly [TokenClaims, ListedStatus])[] = [
    ...[[claims(1), 'GREEN'] as const, [claims(2), 'YELLOW'] as const, [claims(3), 'RED'] as const],
    ...[[claims(4), 'ASK'] as const, [claims(5), 'GREEN'] as const],
    [claims(6, { kind: 'DYNAMIC' }), 'GREEN'],
  ];
  const lists = await Promise.all(
    (['PAPER', 'DYNAMIC'] as const).map(async (kind) => {
      const bits = allGreen();
      const own = listed.filter(([one]) => one.kind === kind);
      for (const [one, said] of own) setStatus(bits, one.statusIndex, said);
      const id = placeOf(own[0]![0])!.list;
      const bytes = await signStatusList({ id, ...life }, packed(bits), status);
      return { id, bytes, digest: sha256(bytes) };
    }),
  );
  const statement = await signStatement(
    {
      ...{ issuer: ISSUER, ...life, places: [], kids: [] },
      ...{ lists: lists.map(({ id, digest }) => ({ id, digest })), ctis: [claims(5).cti] },
    },
    status,
  );
  const agreement = await signAgreement(
    {
      ...{ receiver: RECEIVER, issuer: ISSUER, version: 1, mode: 'DIRECT', conditions: [] },
      ...{ colorMap: { GREEN: 'GREEN', YELLOW: 'YELLOW' } },
      ...{ validFrom: after(-DAY), validTo: after(DAY) },
    },
    [ours, theirs],
  );
  const terms = await signTerms(
    {
      ...{ region: RECEIVER, ...life, policies: [] },
      agreements: [{ issuer: ISSUER, version: 1, withdrawnAt: null }],
    },
    ours,
  );
  const bundle: ListBundle = {
    ...{ trustList, terms: [terms], agreements: [agreement], statements: [statement] },
    statusLists: lists.map(({ bytes }) => bytes),
  };
  const texts = await Promise.all(
    listed.map(([one]) => issueToken(one, one.kind === 'PAPER' ? paper : dynamic)),
  );
  const common = {
    ...{ roots: [root], threshold: 1, environment: 'production' as const, region: RECEIVER },
    texts: [...texts, broken(texts[0]!), 'HCN1:', 'https://a.example', ''],
  };
  const tampered = Uint8Array.from(statement);
  tampered[tampered.length - 1] = (tampered.at(-1) ?? 0) ^ 1;
  return [
    { ...common, bundles: [bundle], now: NOW },
    { ...common, bundles: [bundle], now: after(2 * 3_600) },
    { ...common, bundles: [bundle], now: after(8 * DAY) },
    { ...common, bundles: [{ ...bundle, statements: [tampered] }, bundle], now: NOW },
    { ...common, bundles: [bundle], environment: 'demo', now: NOW },
    { ...common, bundles: [bundle], region: '440000', now: NOW },
    { ...common, bundles: [], now: NOW },
  ];
}
