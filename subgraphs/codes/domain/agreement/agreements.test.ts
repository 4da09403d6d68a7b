import { describe, expect, it } from 'vitest';
import { fakeTrail } from '../../../kit/audit/fake-trail.ts';
import type { Identity } from '../../../kit/identity.ts';
import type { Proposal } from '../../../kit/proposal/proposal.ts';
import { aKey, aTrust, after, NOW } from '../../persistence/signing-fakes.ts';
import { openAgreement } from '../recognition/signed-agreement.ts';
import { PAIR, someSides, someTerms } from './agreement-fakes.ts';
import { acceptanceKind, offerKind } from './agreement-kinds.ts';
import type { AgreementPorts } from './agreement-ports.ts';
import { fakeAgreements } from './agreement-store-fakes.ts';
import { agreementUseCases } from './agreements.ts';

const REASON = 'a reason that is long enough';
const ID = '510000-330000-1';
const { receiver, issuer, keys, trust, verify } = someSides();

function officer(regions: readonly string[], more: Partial<Identity> = {}): Identity {
  return {
    ...{ kind: 'OFFICIAL', subject: regions.join('+'), scopes: ['agreement:manage'], purposes: [] },
    ...{ grants: regions, regions, residents: [], agency: 'a' },
    authenticatedAt: NOW.toISOString(),
    ...more,
  };
}

const ours = officer([PAIR.receiver]);
const theirs = officer([PAIR.issuer]);

/** Everything over memory; proposals are approved at once by whoever asks for it. */
function someAgreements(given: Partial<AgreementPorts> = {}) {
  const audit = fakeTrail();
  const signers = new Map([
    [PAIR.receiver, receiver],
    [PAIR.issuer, issuer],
  ] as [string, typeof receiver][]);
  const ports: AgreementPorts = {
    ...{ store: fakeAgreements(), audit, verify, now: () => NOW, trust: () => trust },
    counts: {
      codes: () => Promise.resolve([{ color: 'GREEN', count: 40 }]),
      verdicts: () => Promise.resolve([{ outcome: 'NOT_RECOGNIZED', count: 9 }]),
    },
    isRegion: () => true,
    policyKey: (region) => signers.get(region),
    ...given,
  };
  const kinds = [offerKind(ports), acceptanceKind(ports)];
  let n = 0;
  const use = agreementUseCases({
    ...ports,
    newId: (region) => `${region}-${(n += 1)}`,
    propose: async (name, region, about, reason) => {
      const kind = kinds.find((one) => one.kind === name)!;
      const dryRun = await kind.dryRun(region, about);
      return { region, about, reason, kind: name, dryRun } as Proposal;
    },
  });
  const approve = async (proposal: Proposal) =>
    kinds.find(({ kind }) => kind === proposal.kind)!.apply(proposal, ours);
  return { use, approve, audit, ports };
}

async function inForce(given: Partial<AgreementPorts> = {}) {
  const made = someAgreements(given);
  const terms = someTerms({ validFrom: after(-9) });
  await made.approve(await made.use.proposeOffer(terms, REASON, ours));
  await made.approve(await made.use.proposeAcceptance(ID, REASON, theirs));
  return made;
}

describe('an agreement', () => {
  it('is offered by the receiver, accepted by the issuer, and signed by both then', async () => {
    const { use, approve, audit, ports } = someAgreements();
    const offer = await use.proposeOffer(someTerms(), REASON, ours);
    expect(offer.dryRun).toEqual([
      { name: 'greenToGreen', count: 40 },
      { name: 'verdictsChange', count: 40 },
      { name: 'verdictsNotRecognized', count: 9 },
    ]);
    await approve(offer);
    expect(await use.find(ID, theirs)).toMatchObject({
      ...{ state: 'OFFERED', signedBy: { receiver: true, issuer: false } },
    });
    await approve(await use.proposeAcceptance(ID, REASON, theirs));
    expect(await use.find(ID, ours)).toMatchObject({ state: 'SCHEDULED', version: 1 });
    const [stored] = await ports.store.ofPairs([PAIR]);
    expect(await openAgreement(stored!.signed, trust, verify)).toEqual({
      ...{ ...someTerms(), version: 1 },
    });
    expect(audit.notes.map(({ region, action }) => `${region} ${action}`)).toEqual([
      '510000 AGREEMENT_OFFERED',
      '330000 AGREEMENT_ACCEPTED',
    ]);
  });

  it('is withdrawn by either side, once, with a reason', async () => {
    for (const by of [ours, theirs]) {
      const { use, audit } = await inForce();
      expect(await use.withdraw(ID, REASON, by)).toMatchObject({
        ...{ state: 'WITHDRAWN', withdrawnAt: NOW, withdrawnBy: by.regions[0] },
      });
      expect(audit.notes.at(-1)).toMatchObject({
        ...{ region: by.regions[0], action: 'AGREEMENT_WITHDRAWN', objectId: ID, reason: REASON },
      });
      await expect(use.withdraw(ID, REASON, by)).rejects.toThrow(/is WITHDRAWN/);
    }
  });

  it('that is offered is refused by the issuer, taken back by the receiver', async () => {
    for (const [by, state, action] of [
      [theirs, 'REFUSED', 'AGREEMENT_REFUSED'],
      [ours, 'WITHDRAWN', 'AGREEMENT_WITHDRAWN'],
    ] as const) {
      const { use, approve, audit } = someAgreements();
      await approve(await use.proposeOffer(someTerms(), REASON, ours));
      expect(await use.withdraw(ID, REASON, by)).toMatchObject({ state });
      expect(audit.notes.at(-1)).toMatchObject({ action });
      await expect(use.proposeAcceptance(ID, REASON, theirs)).rejects.toThrow(`is ${state}`);
    }
  });

  it('is accepted late no more, even if that was proposed in time', async () => {
    let now = NOW;
    const { use, approve } = await inForce({ now: () => now });
    const change = someTerms({ validFrom: after(48 * 3_600) });
    await approve(await use.proposeOffer(change, REASON, ours));
    const acceptance = await use.proposeAcceptance('510000-330000-2', REASON, theirs);
    now = after(1);
    await expect(approve(acceptance)).rejects.toThrow('is LAPSED');
    // It could count once nothing of the pair is in force: it can be refused for good.
    expect(await use.withdraw('510000-330000-2', REASON, theirs)).toMatchObject({
      state: 'REFUSED',
    });
  });

  it('is offered late no more, even if that was proposed in time', async () => {
    let now = NOW;
    const { use, approve } = await inForce({ now: () => now });
    const change = await use.proposeOffer(
      someTerms({ validFrom: after(48 * 3_600) }),
      REASON,
      ours,
    );
    now = after(1);
    await expect(approve(change)).rejects.toMatchObject({ fields: ['input.validFrom'] });
  });

  it('that is over is not withdrawn', async () => {
    let now = NOW;
    const { use } = await inForce({ now: () => now });
    now = someTerms().validTo;
    const late = officer([PAIR.issuer], { authenticatedAt: now.toISOString() });
    await expect(use.withdraw(ID, REASON, late)).rejects.toThrow('is ENDED');
  });

  it('is offered under one number alone, by whichever comes first', async () => {
    const { use, approve, ports } = someAgreements();
    const offer = await use.proposeOffer(someTerms(), REASON, ours);
    const add = ports.store.add.bind(ports.store);
    Object.assign(ports.store, { add: () => Promise.resolve(false) });
    await expect(approve(offer)).rejects.toMatchObject({ code: 'CONFLICT' });
    Object.assign(ports.store, { add });
    await approve(offer);
  });

  it('says what may be done with it, and why not', async () => {
    const { use } = await inForce();
    const said = async (by: Identity) =>
      (await use.find(ID, by)).allowedActions.map(({ reasonCode }) => reasonCode);
    expect(await said(ours)).toEqual(['REGION_OUT_OF_SCOPE', null]);
    expect(await said(theirs)).toEqual(['ILLEGAL_TRANSITION', null]);
    expect(await said(officer(['440000']))).toEqual(['REGION_OUT_OF_SCOPE', 'REGION_OUT_OF_SCOPE']);
    const old = { authenticatedAt: after(-600).toISOString() };
    expect(await said(officer([PAIR.issuer], old))).toEqual([
      'STEP_UP_REQUIRED',
      'STEP_UP_REQUIRED',
    ]);
    const other = officer([PAIR.issuer], { scopes: ['approval:read'] });
    expect(await said(other)).toEqual(['SCOPE_MISSING', 'SCOPE_MISSING']);
  });

  it('that a withdrawn key signed is void', async () => {
    const [first, second] = keys;
    const terminated = aTrust([{ ...first, state: 'TERMINATED' }, second]);
    let index = trust;
    const { use } = await inForce({ trust: () => index });
    index = terminated;
    expect(await use.find(ID, ours)).toMatchObject({ state: 'VOID' });
  });
});

describe('who manages agreements', () => {
  const past = { authenticatedAt: after(-600).toISOString() };

  it.each<[string, () => Promise<unknown>, string]>([
    [
      'of another region offers nothing',
      () => someAgreements().use.proposeOffer(someTerms(), REASON, theirs),
      'REGION_OUT_OF_SCOPE',
    ],
    [
      'long signed in offers nothing',
      () => someAgreements().use.proposeOffer(someTerms(), REASON, officer([PAIR.receiver], past)),
      'STEP_UP_REQUIRED',
    ],
    [
      'offers no terms with faults',
      () => someAgreements().use.proposeOffer(someTerms({ colorMap: {} }), REASON, ours),
      'BAD_USER_INPUT',
    ],
    [
      'offers nothing where the key is not here',
      () =>
        someAgreements({ policyKey: () => undefined }).use.proposeOffer(someTerms(), REASON, ours),
      'CONFLICT',
    ],
    [
      'offers nothing with a key of another use',
      () => {
        const other = aTrust([aKey(receiver, { region: PAIR.receiver, use: 'status' })]);
        return someAgreements({ trust: () => other }).use.proposeOffer(someTerms(), REASON, ours);
      },
      'CONFLICT',
    ],
    [
      'accepts nothing that is not there',
      () => someAgreements().use.proposeAcceptance(ID, REASON, theirs),
      'NOT_FOUND',
    ],
    [
      'accepts nothing under a name that is none',
      () => someAgreements().use.proposeAcceptance('330000-x', REASON, theirs),
      'NOT_FOUND',
    ],
    [
      'withdraws nothing that is not there',
      () => someAgreements().use.withdraw(ID, REASON, ours),
      'NOT_FOUND',
    ],
    [
      'of a third region withdraws nothing',
      async () => (await inForce()).use.withdraw(ID, REASON, officer(['440000'])),
      'REGION_OUT_OF_SCOPE',
    ],
    [
      'withdraws nothing without a reason',
      async () => (await inForce()).use.withdraw(ID, 'short', ours),
      'BAD_USER_INPUT',
    ],
    [
      'reads no terms that another region proposes',
      async () => {
        const { use } = someAgreements();
        const { about } = await use.proposeOffer(someTerms(), REASON, ours);
        return use.draft(about, theirs);
      },
      'NOT_FOUND',
    ],
  ])('%s', async (_title, act, code) => {
    await expect(act()).rejects.toMatchObject({ code });
  });
});

describe('the trial of terms', () => {
  it('says what becomes of each color, against what is in force, and what is wrong', async () => {
    const { use } = await inForce();
    const trial = await use.trial(
      someTerms({ colorMap: { GREEN: 'YELLOW', AMBER: 'RED' }, validFrom: after(9) }),
      ours,
    );
    expect(trial.version).toBe(2);
    expect(trial.faults.map(({ kind }) => kind)).toEqual(['TOO_SOON']);
    const lines = trial.lines.map(({ issued, now, after, codes }) =>
      [issued, now.color ?? now.outcome, after.color ?? after.outcome, codes].join(' '),
    );
    expect(lines).toEqual([
      'GREEN GREEN YELLOW 40',
      'YELLOW RED CROSS_CHECK ',
      'RED CROSS_CHECK CROSS_CHECK ',
      'AMBER CROSS_CHECK RED ',
    ]);
  });
});
