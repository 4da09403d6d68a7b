import { describe, expect, it } from 'vitest';
import { fakeTrail } from '../../../kit/audit/fake-trail.ts';
import type { Identity } from '../../../kit/identity.ts';
import { nodeVerify, nodeVerifyHolder } from '../../persistence/node-crypto.ts';
import { aKey, after, aSigner, aTrust, ISSUER, NOW } from '../../persistence/signing-fakes.ts';
import { verifyToken } from '../token/verify-token.ts';
import { specimenUseCases } from './specimen.ts';

const signer = aSigner();
const official: Identity = {
  ...{ kind: 'OFFICIAL', subject: 'wang', scopes: [], grants: [ISSUER], regions: [ISSUER] },
  ...{ residents: '*', purposes: [], agency: null },
};

function use(audit = fakeTrail()) {
  const specimens = specimenUseCases({
    ...{ audit, now: () => NOW, newId: (region) => `${region}-${'0'.repeat(26)}` },
    signer: (region) => (region === ISSUER ? signer : undefined),
    randomBytes: (length) => new Uint8Array(length),
  });
  return { specimens, audit };
}

describe('a specimen', () => {
  it('is verified as one, for a day, and stands for nobody', async () => {
    const { text } = await use().specimens.issue(ISSUER, 'GREEN', official);
    const trust = aTrust([aKey(signer, { use: 'specimen' })]);
    const checks = {
      trust,
      verify: nodeVerify(),
      verifyHolder: nodeVerifyHolder(),
      now: after(24 * 3_600 - 1),
    };
    const { status, claims } = await verifyToken(text, checks);
    expect(status).toBe('SPECIMEN');
    expect(claims).toMatchObject({ kind: 'SPECIMEN', color: 'GREEN', maskedName: '样*' });
    expect(await verifyToken(text, { ...checks, now: after(24 * 3_600) })).toMatchObject({
      status: 'EXPIRED',
    });
  });

  it('is noted', async () => {
    const { specimens, audit } = use();
    const { id: objectId } = await specimens.issue(ISSUER, 'RED', official);
    expect(audit.notes).toEqual([
      { region: ISSUER, action: 'SPECIMEN_ISSUED', objectId, detail: { color: 'RED' } },
    ]);
  });

  it('is not made of another region, nor without a key', async () => {
    const { specimens, audit } = use();
    await expect(specimens.issue('510000', 'GREEN', official)).rejects.toMatchObject({
      code: 'REGION_OUT_OF_SCOPE',
    });
    const wider = { ...official, regions: [ISSUER, '510000'] };
    await expect(specimens.issue('510000', 'GREEN', wider)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(audit.notes).toEqual([]);
  });
});
