import { describe, expect, it } from 'vitest';
import { createDivisionBook } from '../../../kit/standards/gbt2260.ts';
import type { Identity } from '../../../kit/identity.ts';
import { sha256 } from '../../persistence/node-crypto.ts';
import { after, ISSUER, NOW } from '../../persistence/signing-fakes.ts';
import type { Agreement } from '../recognition/agreement.ts';
import { hexOf } from '../token/bytes.ts';
import { AGREEMENT, RECEIVER } from './list-fakes.ts';
import { HAVE_MAX, offlineListUseCases, type ListStore } from './offline-lists.ts';

const HOUR = 3_600;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const NAMES = { ZH_HANS: '省', ZH_HANT: '省', EN: 'Province' };
const divisions = createDivisionBook(
  [ISSUER, RECEIVER].map((code) => ({
    ...{ code, parent: null, name: NAMES.ZH_HANS, level: 'PROVINCE' as const },
  })),
);
const by: Identity = {
  ...{ kind: 'PARTNER', subject: 'gate', scopes: [], grants: [RECEIVER], regions: [RECEIVER] },
  ...{ residents: [], purposes: [], agency: null },
};

/** Lists of both regions; each says whose it is, and what. Both share with each other. */
const KEPT = [
  [ISSUER, RECEIVER],
  [RECEIVER, ISSUER],
].flatMap(([region = '', other = '']) => [
  { kind: 'STATEMENT' as const, region, name: 'statement' },
  { kind: 'TERMS' as const, region, name: 'terms' },
  { kind: 'STATUS_LIST' as const, region, name: 'list' },
  { kind: 'EVIDENCE' as const, region, name: `evidence:${other}` },
]);

/** What is offered to a verifier of the receiver, by what the two have agreed. */
async function offered(versions: readonly Partial<Agreement>[], have: readonly string[] = []) {
  const agreements = versions.map((one) => ({ ...AGREEMENT, ...one }));
  const store: ListStore = {
    trustList: () => Promise.resolve(null),
    agreementsOf: () =>
      Promise.resolve(
        [...agreements, { ...AGREEMENT, version: 99 }].map(({ issuer, version }) => ({
          ...{ issuer, version, signed: bytesOf(`agreement ${version}`) },
        })),
      ),
    of: (regions) =>
      Promise.resolve(
        KEPT.filter(({ region }) => regions.includes(region)).map((list) => ({
          ...list,
          signed: bytesOf(`${list.region} ${list.name}`),
        })),
      ),
  };
  const regions = new Map([ISSUER, RECEIVER].map((id) => [id, { id, names: NAMES }]));
  const lists = offlineListUseCases({
    ...{ store, divisions, sha256, now: () => NOW },
    reference: () => ({ regions, trust: null, agreements, policies: [] }),
    trustRoots: { roots: [], threshold: 1, environment: 'production' },
  });
  const {
    terms,
    agreements: signed,
    statements,
    statusLists,
    evidence,
  } = await lists.for(RECEIVER, have, by);
  const texts = (all: typeof terms) =>
    all.map(({ body }) => (body ? new TextDecoder().decode(body) : null));
  return {
    ...{ terms: texts(terms), agreements: texts(signed), statements: texts(statements) },
    ...{ statusLists: texts(statusLists), evidence: texts(evidence) },
  };
}

const OWN = { statusLists: [`${RECEIVER} list`], evidence: [] as string[] };
const BOTH = { statusLists: [`${ISSUER} list`, `${RECEIVER} list`], evidence: OWN.evidence };
const SHARED = { ...BOTH, evidence: [`${ISSUER} evidence:${RECEIVER}`] };

describe('what is offered to verifiers', () => {
  it.each<[string, readonly Partial<Agreement>[], typeof OWN]>([
    ['in force', [{}], SHARED],
    ['to come', [{ validFrom: after(1) }], BOTH],
    ['that has just ended', [{ validTo: NOW }], BOTH],
    ['that ended less than an hour ago', [{ validTo: after(1 - HOUR) }], BOTH],
    ['that ended an hour ago', [{ validFrom: after(-9 * HOUR), validTo: after(-HOUR) }], OWN],
    ['that was just withdrawn', [{ withdrawnAt: NOW }], BOTH],
    ['that was withdrawn an hour ago', [{ withdrawnAt: after(-HOUR) }], OWN],
    ['that will be withdrawn', [{ withdrawnAt: after(1) }], SHARED],
    ['that is void, and may be signed anew', [{ isVoid: true }], BOTH],
    ['of which the newest is withdrawn', [{}, { version: 2, withdrawnAt: after(-HOUR) }], OWN],
    [
      'of which the newest is withdrawn before it begins',
      [{}, { version: 2, validFrom: after(HOUR), withdrawnAt: after(-HOUR) }],
      SHARED,
    ],
    ['of which another follows', [{ validTo: after(-HOUR) }, { version: 2 }], SHARED],
  ])('of an issuer with an agreement %s', async (_title, versions, expected) => {
    expect(await offered(versions)).toEqual({
      terms: [`${RECEIVER} terms`],
      // What replaced others for good, and which keys are withdrawn, is said as long as terms name it.
      agreements: versions.map(({ version = 1 }) => `agreement ${version}`),
      statements: [`${ISSUER} statement`, `${RECEIVER} statement`],
      ...expected,
    });
  });

  it('is nothing of an issuer with none', async () => {
    const none = { agreements: [], statements: [`${RECEIVER} statement`] };
    expect(await offered([])).toMatchObject({ ...none, ...OWN });
  });

  it('has no body where the caller has it', async () => {
    const have = [hexOf(sha256(bytesOf(`${RECEIVER} terms`)))];
    expect((await offered([{}], have)).terms).toEqual([null]);
  });

  it('is refused to who names too many', async () => {
    const have = Array.from({ length: HAVE_MAX + 1 }, () => '');
    await expect(offered([{}], have)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
