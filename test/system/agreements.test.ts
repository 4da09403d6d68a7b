import { describe, expect, it } from 'vitest';
import { ask, demo, send, tokenOf, until } from './support/client.ts';
import { recognized } from './support/recognize.ts';

// Hangzhou and Sichuan, which have no agreement in the demo, and have none again when this is over.
const PAIR = { receiver: '330100', issuer: '510000' } as const;
const [OURS, THEIRS] = [`agreement-officer-${PAIR.receiver}`, `agreement-officer-${PAIR.issuer}`];
/** Acts for every region: the second person of each. */
const HUB = 'agreement-officer-000000';
const HOUR_MS = 3_600_000;
const REASON = 'a story about agreements';

const FIELDS = `id version state mode colorMap { issued color } withdrawnBy signedByReceiver signedByIssuer
  allowedActions { action allowed reasonCode }`;
const TRY = `query($input: AgreementTermsInput!) { tryAgreement(input: $input) {
  faults { kind path } version lines { issued now { outcome color } after { outcome color } codes } } }`;
const PROPOSE = `mutation($input: ProposeAgreementInput!) { proposeAgreement(input: $input) {
  id kind about dryRun { name count } } }`;
const ACCEPT = `mutation($input: AgreementReasonInput!) { proposeAgreementAcceptance(input: $input) {
  id kind dryRun { name count } } }`;
const WITHDRAW = `mutation($input: AgreementReasonInput!) { withdrawAgreement(input: $input) { ${FIELDS} } }`;
const APPROVE = 'mutation($id: ID!) { approveCodesProposal(id: $id) { state } }';
const DRAFT = 'query($id: ID!) { agreementDraft(id: $id) { mode colorMap { issued color } } }';
const AGREEMENT = `query($id: ID!) { agreement(id: $id) { ${FIELDS} } }`;
const LIST = `query($region: ID, $after: String) { agreements(region: $region, first: 5, after: $after) {
  totalCount pageInfo { endCursor hasNextPage } nodes { id state receiver { id name(language: EN) } issuer { id } } } }`;

const iso = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

function terms(more: object = {}) {
  const colors = ['GREEN', 'YELLOW', 'RED'].map((color) => ({ issued: color, color }));
  return {
    ...{ ...PAIR, mode: 'DIRECT', colorMap: colors, validFrom: iso(-1), validTo: iso(900) },
    ...more,
  };
}

async function refused(username: string, query: string, variables: object) {
  const facts = demo();
  const answer = await send(facts.gatewayUrl, await tokenOf(username, facts), query, variables);
  return String(answer.errors?.[0]?.extensions['code']);
}

/** The newest version of the pair. */
async function newest() {
  const { agreements } = await ask(OURS, LIST, { region: PAIR.receiver });
  return agreements.nodes.find((one: { issuer: { id: string } }) => one.issuer.id === PAIR.issuer);
}

async function offered(more: object = {}): Promise<string> {
  const made = await ask(OURS, PROPOSE, { input: { ...terms(more), reason: REASON } });
  await ask(HUB, APPROVE, { id: made.proposeAgreement.id });
  return (await newest()).id;
}

async function accepted(id: string): Promise<void> {
  const made = await ask(THEIRS, ACCEPT, { input: { id, reason: REASON } });
  await ask(HUB, APPROVE, { id: made.proposeAgreementAcceptance.id });
}

/** What Hangzhou makes of a green code of Sichuan. */
function verdict() {
  const code = demo().codes.find(
    ({ region, color }) => region === PAIR.issuer && color === 'GREEN',
  );
  return recognized(code!.text, '330106');
}

const comesTo = (outcome: string) => until(verdict, (one) => one.outcome === outcome, 10_000);

describe('an agreement', () => {
  it('is proposed, offered, accepted by two of each side, recognized, and withdrawn at once', async () => {
    expect((await verdict()).outcome).toBe('NOT_RECOGNIZED');
    const { tryAgreement } = await ask(OURS, TRY, { input: terms() });
    expect(tryAgreement).toMatchObject({ faults: [], version: 1 });
    expect(tryAgreement.lines[0]).toMatchObject({
      ...{ issued: 'GREEN', now: { outcome: 'NOT_RECOGNIZED', color: null } },
      after: { outcome: 'RECOGNIZED', color: 'GREEN' },
    });
    const greens = tryAgreement.lines[0].codes;
    expect(greens).toBeGreaterThanOrEqual(5);

    const input = { ...terms(), reason: REASON };
    const { proposeAgreement: proposal } = await ask(OURS, PROPOSE, { input });
    expect(proposal).toMatchObject({ kind: 'AGREEMENT' });
    expect(proposal.dryRun).toContainEqual({ name: 'greenToGreen', count: greens });
    expect(await refused(OURS, APPROVE, { id: proposal.id })).toBe('SELF_APPROVAL');
    const { agreementDraft } = await ask(HUB, DRAFT, { id: proposal.about });
    expect(agreementDraft).toMatchObject({ mode: 'DIRECT', colorMap: terms().colorMap });
    await ask(HUB, APPROVE, { id: proposal.id });

    const { id } = await newest();
    const { agreement: offer } = await ask(THEIRS, AGREEMENT, { id });
    expect(offer).toMatchObject({
      ...{ state: 'OFFERED', signedByReceiver: true, signedByIssuer: false },
      allowedActions: [
        { action: 'proposeAgreementAcceptance', allowed: true },
        { action: 'withdrawAgreement', allowed: true },
      ],
    });
    expect((await verdict()).outcome).toBe('NOT_RECOGNIZED');
    expect(await refused(OURS, ACCEPT, { input: { id, reason: REASON } })).toBe(
      'REGION_OUT_OF_SCOPE',
    );
    await accepted(id);
    const verified = await comesTo('RECOGNIZED');
    expect(verified).toMatchObject({ color: 'GREEN', basis: { agreementVersion: offer.version } });

    const taken = { input: { id, reason: REASON } };
    const { withdrawAgreement } = await ask(THEIRS, WITHDRAW, taken);
    expect(withdrawAgreement).toMatchObject({ state: 'WITHDRAWN', withdrawnBy: PAIR.issuer });
    await comesTo('NOT_RECOGNIZED');
    expect(await refused(OURS, WITHDRAW, taken)).toBe('ILLEGAL_TRANSITION');
  });

  it('begins at its time', async () => {
    const validFrom = new Date(Date.now() + 8_000).toISOString();
    const id = await offered({ validFrom });
    await accepted(id);
    expect((await newest()).state).toBe('SCHEDULED');
    expect((await verdict()).outcome).toBe('NOT_RECOGNIZED');
    await comesTo('RECOGNIZED');
    expect(Date.now()).toBeGreaterThan(Date.parse(validFrom) - 1_000);
    await ask(OURS, WITHDRAW, { input: { id, reason: REASON } });
    await comesTo('NOT_RECOGNIZED');
  });

  it('is changed 48 hours ahead, and stays as it is until then', async () => {
    const id = await offered();
    await accepted(id);
    await comesTo('RECOGNIZED');
    const map = { colorMap: [{ issued: 'GREEN', color: 'YELLOW' }] };
    const soon = { ...terms({ ...map, validFrom: iso(47) }), reason: REASON };
    expect(await refused(OURS, PROPOSE, { input: soon })).toBe('BAD_USER_INPUT');
    const next = await offered({ ...map, validFrom: iso(49) });
    await accepted(next);
    expect(await newest()).toMatchObject({ id: next, state: 'SCHEDULED' });
    expect((await ask(OURS, AGREEMENT, { id })).agreement.state).toBe('IN_FORCE');
    expect(await verdict()).toMatchObject({ outcome: 'RECOGNIZED', color: 'GREEN' });
    for (const one of [next, id]) await ask(OURS, WITHDRAW, { input: { id: one, reason: REASON } });
    await comesTo('NOT_RECOGNIZED');
  });

  it('is refused by the issuer as it is offered, and cannot be accepted then', async () => {
    const id = await offered();
    const { withdrawAgreement } = await ask(THEIRS, WITHDRAW, { input: { id, reason: REASON } });
    expect(withdrawAgreement).toMatchObject({ state: 'REFUSED', withdrawnBy: PAIR.issuer });
    expect(await refused(THEIRS, ACCEPT, { input: { id, reason: REASON } })).toBe(
      'ILLEGAL_TRANSITION',
    );
  });

  it('is listed by pair, page by page, for whoever manages agreements', async () => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const { agreements } = await ask(OURS, LIST, { region: null, after });
      found.push(...agreements.nodes.map(({ id }: { id: string }) => id));
      after = agreements.pageInfo.hasNextPage ? agreements.pageInfo.endCursor : null;
    } while (after !== null);
    const { agreements } = await ask(OURS, LIST, {});
    expect(found).toHaveLength(agreements.totalCount);
    expect(new Set(found).size).toBe(found.length);
    // All three modes are there from the beginning.
    expect(found).toEqual(
      expect.arrayContaining(['510000-330000-1', '330000-510100-1', '510000-330100-1']),
    );
    expect(await refused('desk-330100', LIST, {})).toBe('SCOPE_MISSING');
  });

  it('is proposed by nobody of another region', async () => {
    const input = { ...terms(), reason: REASON };
    expect(await refused(THEIRS, PROPOSE, { input })).toBe('REGION_OUT_OF_SCOPE');
    expect(await refused(THEIRS, TRY, { input: terms() })).toBe('REGION_OUT_OF_SCOPE');
  });
});
