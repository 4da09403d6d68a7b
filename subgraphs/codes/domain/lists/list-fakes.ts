import { packed, sha256 } from '../../persistence/node-crypto.ts';
import { after, aKey, aSigner, ISSUER, NOW, someClaims } from '../../persistence/signing-fakes.ts';
import { createVerifier, type Verifier } from '../../verify/index.ts';
import { dayOf } from '../../../kit/standards/shanghai-day.ts';
import { packEvidence } from '../evidence/evidence-list-fakes.ts';
import { signSharedEvidence, type SharedEvidence } from '../evidence/shared-evidence.ts';
import type { Agreement } from '../recognition/agreement.ts';
import { signAgreement } from '../recognition/signed-agreement.ts';
import { signTerms, type Terms } from '../recognition/terms.ts';
import { signStatement, type Statement } from '../status/statement.ts';
import { signStatusList } from '../status/status-list.ts';
import { allGreen, setStatus, type ListedStatus } from '../status/status-bits.ts';
import { issueToken } from '../token/issue-token.ts';
import type { Signer, TrustedKey } from '../token/keys.ts';
import { signTrustList, type TrustList } from '../trust/trust-list.ts';
import type { ListBundle } from './held-lists.ts';

/** Region that recognizes. */
export const RECEIVER = '510000';
/** Root keys. */
export const roots = [aSigner(), aSigner(), aSigner()];
/** Who signs what. */
export const signer = {
  ...{ status: aSigner(), dynamic: aSigner(), paper: aSigner(), issuerPolicy: aSigner() },
  ...{ policy: aSigner(), receiverStatus: aSigner(), stranger: aSigner() },
  evidence: aSigner(),
};
/** Keys as the trust list names them. */
export const KEYS = [
  aKey(signer.status, { use: 'status' }),
  aKey(signer.dynamic, { use: 'dynamic' }),
  aKey(signer.paper, { use: 'paper' }),
  aKey(signer.issuerPolicy, { use: 'policy' }),
  aKey(signer.policy, { use: 'policy', region: RECEIVER }),
  aKey(signer.receiverStatus, { use: 'status', region: RECEIVER }),
  aKey(signer.evidence, { use: 'evidence' }),
];
/** The one status list. */
export const ID = { issuer: ISSUER, kind: 'PAPER', issuedOn: '2022-11-24', part: 0 } as const;
/** Life of every list. */
export const LIFE = { issuedAt: NOW, expiresAt: after(7 * 86_400) };
/** What the code says. */
export const CLAIMS = someClaims({ kind: 'PAPER', expiresAt: after(30 * 86_400) });
/** What the two have agreed. */
export const AGREEMENT: Agreement = {
  ...{ receiver: RECEIVER, issuer: ISSUER, version: 1, mode: 'DIRECT', conditions: [] },
  colorMap: { GREEN: 'GREEN', YELLOW: 'YELLOW', RED: 'RED' },
  ...{ validFrom: after(-3_600), validTo: after(30 * 86_400) },
};

/** A trust list of some keys. */
export const trustOf = (
  keys: readonly TrustedKey[],
  given: Partial<TrustList> = {},
  signers = roots.slice(0, 2),
) =>
  signTrustList(
    {
      ...{
        version: 1,
        environment: 'production',
        issuedAt: after(-86_400),
        expiresAt: after(6 * 86_400),
      },
      regions: [ISSUER, RECEIVER].map((region) => ({
        ...{ region, state: 'ACTIVE' as const, keys: keys.filter((key) => key.region === region) },
      })),
      ...given,
    },
    signers,
  );

/** The status list, with the code's status. */
export const listOf = (status: ListedStatus = 'GREEN', given = {}, by: Signer = signer.status) => {
  const bits = allGreen();
  setStatus(bits, CLAIMS.statusIndex, status);
  return signStatusList({ id: ID, ...LIFE, ...given }, packed(bits), by);
};

/** The issuer's statement on a list. */
export const statementOf = (
  list: Uint8Array | null,
  given: Partial<Statement> = {},
  by = signer.status,
) =>
  signStatement(
    {
      ...{ issuer: ISSUER, ...LIFE, ctis: [], places: [], kids: [] },
      lists: list ? [{ id: ID, digest: sha256(list) }] : [],
      ...given,
    },
    by,
  );

/** The receiver's terms. */
export const termsOf = (given: Partial<Terms> = {}, by = signer.policy) => {
  const agreements = [{ issuer: ISSUER, version: 1, withdrawnAt: null }];
  return signTerms({ region: RECEIVER, ...LIFE, policies: [], agreements, ...given }, by);
};

const NEEDS = { days: new Map([['NOT_DETECTED', 2] as const]), symptoms: [] };

/** What the issuer shares: the code's holder was tested on a day. */
export const evidenceOf = (given: Partial<SharedEvidence> = {}, by: Signer = signer.evidence) => {
  const dates = new Map([['NOT_DETECTED', dayOf(NOW.getTime())] as const]);
  const records = packEvidence([{ cti: CLAIMS.cti, dates }], NEEDS);
  const list = { issuer: ISSUER, receiver: RECEIVER, ...LIFE, needs: NEEDS, records };
  return signSharedEvidence({ ...list, ...given }, by);
};

/** A bundle with nothing in it. */
export const NOTHING: ListBundle = {
  ...{ trustList: null, terms: [], agreements: [], statements: [], statusLists: [] },
};

let bundle: Promise<ListBundle> | undefined;

/** A bundle in which everything holds, always the same one. */
export function goodBundle(): Promise<ListBundle> {
  return (bundle ??= madeBundle());
}

async function madeBundle(): Promise<ListBundle> {
  const list = await listOf();
  return {
    trustList: await trustOf(KEYS),
    ...{ terms: [await termsOf()], statusLists: [list], statements: [await statementOf(list)] },
    agreements: [await signAgreement(AGREEMENT, [signer.policy, signer.issuerPolicy])],
    evidence: [await evidenceOf()],
  };
}

/** A code of the issuer, on paper: its color stands in the lists alone. */
export const aText = () => issueToken(CLAIMS, signer.paper);

/** A verifier with a clock. */
export function aVerifier(at: () => Date = () => NOW): Verifier {
  return createVerifier({ roots, threshold: 2, environment: 'production', now: at });
}

/** Outcome, status of the token and color, at the receiver. */
export async function verdictOf(verifier: Verifier): Promise<string> {
  const { outcome, tokenStatus, color } = await verifier.recognize(await aText(), RECEIVER);
  return [outcome, tokenStatus, color ?? '-'].join(' ');
}

/** Faults of the good bundle with a part of it replaced, and the verdict after it. */
export async function given(part: Partial<ListBundle>, at = NOW) {
  const verifier = aVerifier(() => at);
  const refused = await verifier.load({ ...(await goodBundle()), ...part });
  return {
    faults: refused.map(({ list, fault }) => `${list} ${fault}`),
    verdict: await verdictOf(verifier),
  };
}
