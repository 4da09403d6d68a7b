import { randomBytes } from 'node:crypto';
import { shanghaiDay } from '../../../subgraphs/kit/standards/shanghai-day.ts';
import { packed, sha256 } from '../../../subgraphs/codes/persistence/node-crypto.ts';
import { aSigner } from '../../../subgraphs/codes/persistence/signing-fakes.ts';
import type { Agreement } from '../../../subgraphs/codes/domain/recognition/agreement.ts';
import { signAgreement } from '../../../subgraphs/codes/domain/recognition/signed-agreement.ts';
import { signTerms } from '../../../subgraphs/codes/domain/recognition/terms.ts';
import { allGreen } from '../../../subgraphs/codes/domain/status/status-bits.ts';
import { signStatement } from '../../../subgraphs/codes/domain/status/statement.ts';
import { signStatusList } from '../../../subgraphs/codes/domain/status/status-list.ts';
import { issueToken } from '../../../subgraphs/codes/domain/token/issue-token.ts';
import { signTrustList } from '../../../subgraphs/codes/domain/trust/trust-list.ts';
import type { OfflineTask } from './verdicts.ts';

const ISSUER = '330000';
const RECEIVER = '510000';
const DAY_MS = 86_400_000;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** Codes on paper of one region, and everything that another needs to recognize them. */
export interface OfflineWorld {
  readonly texts: readonly string[];
  /** Key that signed them: SPKI, DER, base64. */
  readonly key: string;
  readonly task: Pick<OfflineTask, 'roots' | 'bundle' | 'presentedIn'>;
}

/** Makes `count` distinct codes with their lists. */
export async function offlineWorld(count: number): Promise<OfflineWorld> {
  const now = new Date(Math.floor(Date.now() / 1_000) * 1_000);
  const later = (ms: number) => new Date(now.getTime() + ms);
  const roots = [aSigner(), aSigner()];
  const [paper, status, theirs, ours] = [aSigner(), aSigner(), aSigner(), aSigner()];
  const life = { notBefore: later(-9 * DAY_MS), notAfter: later(90 * DAY_MS) };
  const key = { alg: 'ES256', state: 'ACTIVE', ...life } as const;
  const trustList = await signTrustList(
    {
      ...{
        version: 1,
        environment: 'production',
        issuedAt: later(-DAY_MS),
        expiresAt: later(DAY_MS),
      },
      regions: [
        {
          ...{ region: ISSUER, state: 'ACTIVE' },
          keys: [
            { ...key, kid: paper.kid, spki: paper.spki, use: 'paper', region: ISSUER },
            { ...key, kid: status.kid, spki: status.spki, use: 'status', region: ISSUER },
            { ...key, kid: theirs.kid, spki: theirs.spki, use: 'policy', region: ISSUER },
          ],
        },
        {
          ...{ region: RECEIVER, state: 'ACTIVE' },
          keys: [{ ...key, kid: ours.kid, spki: ours.spki, use: 'policy', region: RECEIVER }],
        },
      ],
    },
    roots,
  );
  const issuedAt = later(-2 * DAY_MS);
  const until = { issuedAt: now, expiresAt: later(7 * DAY_MS) };
  const id = { issuer: ISSUER, kind: 'PAPER', issuedOn: shanghaiDay(issuedAt), part: 0 } as const;
  const list = await signStatusList(
    { id, issuedAt: now, expiresAt: later(90 * DAY_MS) },
    packed(allGreen()),
    status,
  );
  const said = { lists: [{ id, digest: sha256(list) }], ctis: [], places: [], kids: [] };
  const agreement: Agreement = {
    ...{ receiver: RECEIVER, issuer: ISSUER, version: 1, mode: 'DIRECT', conditions: [] },
    colorMap: { GREEN: 'GREEN', YELLOW: 'YELLOW', RED: 'RED' },
    ...{ validFrom: later(-DAY_MS), validTo: later(DAY_MS) },
  };
  const named = { issuer: ISSUER, version: 1, withdrawnAt: null };
  const terms = { region: RECEIVER, ...until, policies: [], agreements: [named] };
  const texts = await Promise.all(
    Array.from({ length: count }, (_, statusIndex) =>
      issueToken(
        {
          ...{ issuer: ISSUER, kind: 'PAPER', issuedAt, expiresAt: later(28 * DAY_MS) },
          ...{ cti: randomBytes(8), color: 'GREEN', statusIndex, heldByProxy: false },
          ...{ maskedName: '张*', birthMonthDay: '0412', policyId: '9', holderKey: null },
        },
        paper,
      ),
    ),
  );
  return {
    ...{ texts, key: base64(paper.spki) },
    task: {
      roots: roots.map(({ kid, spki }) => ({ kid, spki: base64(spki) })),
      bundle: {
        trustList: base64(trustList),
        terms: [base64(await signTerms(terms, ours))],
        agreements: [base64(await signAgreement(agreement, [ours, theirs]))],
        statements: [base64(await signStatement({ issuer: ISSUER, ...until, ...said }, status))],
        statusLists: [base64(list)],
      },
      presentedIn: RECEIVER,
    },
  };
}
