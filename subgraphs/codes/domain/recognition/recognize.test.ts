import { describe, expect, it } from 'vitest';
import { after, ISSUER, NOW, someClaims } from '../../persistence/signing-fakes.ts';
import type { TokenClaims } from '../token/claims.ts';
import { TOKEN_STATUSES, type TokenStatus } from '../token/token-status.ts';
import type { Agreement, AgreementCondition } from './agreement.ts';
import type { ConditionStanding } from './condition.ts';
import { recognize, type RecognitionInput } from './recognize.ts';
import type { TokenStatusRow } from './status-source.ts';
import { unavailableVerdict } from './unavailable-verdict.ts';

const HOLDER = { maskedName: '张*', birthMonthDay: '0412' };
const condition: AgreementCondition = {
  ...{ id: 'N48', kind: 'NOT_DETECTED_WITHIN', hours: 48, colors: ['YELLOW'] },
};

function anAgreement(given: Partial<Agreement> = {}): Agreement {
  return {
    ...{ receiver: '510000', issuer: ISSUER, version: 3, mode: 'DIRECT', conditions: [condition] },
    ...{ colorMap: { GREEN: 'GREEN', YELLOW: 'YELLOW' } },
    ...{ validFrom: after(-86_400), validTo: after(86_400) },
    ...given,
  };
}

interface Given {
  readonly tokenStatus?: TokenStatus;
  readonly claims?: Partial<TokenClaims> | null;
  readonly status?: Partial<TokenStatusRow> | 'UNAVAILABLE' | null;
  readonly agreement?: Partial<Agreement> | null;
  readonly standing?: ConditionStanding;
  readonly presented?: boolean;
  readonly input?: Partial<RecognitionInput>;
}

function verdict({
  tokenStatus = 'VERIFIED',
  claims = {},
  status = {},
  agreement = {},
  standing = 'OPEN',
  presented,
  input = {},
}: Given) {
  const row = { state: 'ACTIVE', color: 'GREEN', asOf: NOW, horizon: null } as const;
  return recognize({
    token: {
      ...{ status: tokenStatus, claims: claims && someClaims(claims) },
      ...(presented !== undefined && { presented }),
    },
    status: status === null || status === 'UNAVAILABLE' ? status : { ...row, ...status },
    agreement: agreement && anAgreement(agreement),
    conditions: () => standing,
    sharedColor: null,
    policy: { version: 9, statusMaxAgeMinutes: 60 },
    ...{ presentedIn: '510000', mode: 'ONLINE', trustListVersion: 7, now: NOW },
    ...input,
  });
}

/** The part of a verdict that rows are about: issued color, color here, reasons. */
function brief(given: Given) {
  const { pass, outcome, tokenStatus, issuedColor, color, reasons } = verdict(given);
  const why = reasons.map(({ ruleId, outcome: found }) => `${ruleId} ${found}`).join(', ');
  return `${outcome} ${tokenStatus} ${String(issuedColor)} ${String(color)}${pass ? ' pass' : ''}: ${why}`;
}

const DIRECT = 'AGREEMENT PASS, COLOR_MAP PASS';
const AT_HOME = { agreement: null, input: { presentedIn: ISSUER } };
type Row = readonly [string, Given, string];

describe('from state to verdict', () => {
  it.each<Row>([
    // agreement and state
    ['no agreement', { agreement: null }, 'NOT_RECOGNIZED VERIFIED null null: AGREEMENT FAIL'],
    [
      'no agreement, status not asked',
      { agreement: null, status: null },
      'NOT_RECOGNIZED VERIFIED null null: AGREEMENT FAIL',
    ],
    ['green', {}, `RECOGNIZED VERIFIED GREEN GREEN pass: ${DIRECT}`],
    [
      'yellow, condition PASS',
      { status: { color: 'YELLOW' }, standing: 'PASS' },
      `RECOGNIZED VERIFIED YELLOW YELLOW: N48 PASS, ${DIRECT}`,
    ],
    [
      'yellow, condition OPEN',
      { status: { color: 'YELLOW' } },
      `CROSS_CHECK VERIFIED YELLOW YELLOW: N48 OPEN, ${DIRECT}`,
    ],
    [
      'yellow, condition FAIL',
      { status: { color: 'YELLOW' }, standing: 'FAIL' },
      `NOT_RECOGNIZED VERIFIED YELLOW YELLOW: N48 FAIL, ${DIRECT}`,
    ],
    [
      'a condition of yellow is not asked of green',
      { standing: 'FAIL' },
      `RECOGNIZED VERIFIED GREEN GREEN pass: ${DIRECT}`,
    ],
    [
      'red, without a map entry',
      { status: { color: 'RED' } },
      'CROSS_CHECK VERIFIED RED null: COLOR_MAP OPEN, AGREEMENT PASS',
    ],
    [
      'no map entry and condition FAIL: the worse wins',
      { status: { color: 'YELLOW' }, standing: 'FAIL', agreement: { colorMap: {} } },
      'NOT_RECOGNIZED VERIFIED YELLOW null: N48 FAIL, COLOR_MAP OPEN, AGREEMENT PASS',
    ],
    [
      'yellow mapped to green passes',
      {
        status: { color: 'YELLOW' },
        standing: 'PASS',
        agreement: { colorMap: { YELLOW: 'GREEN' } },
      },
      `RECOGNIZED VERIFIED YELLOW GREEN pass: N48 PASS, ${DIRECT}`,
    ],
    [
      'green mapped to yellow does not',
      { agreement: { colorMap: { GREEN: 'YELLOW' } } },
      `RECOGNIZED VERIFIED GREEN YELLOW: ${DIRECT}`,
    ],
    // states of the code
    [
      'suspended',
      { status: { state: 'SUSPENDED', color: null } },
      'CROSS_CHECK SUSPENDED null null: STATUS OPEN',
    ],
    [
      'suspended with its last color',
      { status: { state: 'SUSPENDED' } },
      'CROSS_CHECK SUSPENDED null null: STATUS OPEN',
    ],
    [
      'under review',
      { status: { state: 'UNDER_REVIEW', color: null } },
      'CROSS_CHECK SUSPENDED null null: STATUS OPEN',
    ],
    [
      'active without a color',
      { status: { color: null } },
      'CROSS_CHECK SUSPENDED null null: STATUS OPEN',
    ],
    [
      'withdrawn',
      { status: { state: 'WITHDRAWN', color: null } },
      'NOT_RECOGNIZED WITHDRAWN null null: TOKEN FAIL',
    ],
    [
      'withdrawn long ago',
      { status: { state: 'WITHDRAWN', asOf: after(-86_400) } },
      'NOT_RECOGNIZED WITHDRAWN null null: TOKEN FAIL',
    ],
    [
      'cti unknown to the source',
      { status: { state: 'UNKNOWN', color: null } },
      'NOT_RECOGNIZED WITHDRAWN null null: TOKEN FAIL',
    ],
    [
      'cti unknown to an old list',
      { status: { state: 'UNKNOWN', asOf: after(-3_601) } },
      'STALE VERIFIED null null: FRESHNESS OPEN',
    ],
    [
      'code expired',
      { status: { state: 'EXPIRED', color: null } },
      'NOT_RECOGNIZED EXPIRED null null: TOKEN FAIL',
    ],
    // freshness
    [
      'status as old as the limit',
      { status: { asOf: after(-3_600) } },
      `RECOGNIZED VERIFIED GREEN GREEN pass: ${DIRECT}`,
    ],
    [
      'status older than the limit',
      { status: { asOf: after(-3_600.001) } },
      'STALE VERIFIED null null: FRESHNESS OPEN',
    ],
    [
      'an old suspension',
      { status: { state: 'SUSPENDED', asOf: after(-3_601) } },
      'STALE VERIFIED null null: FRESHNESS OPEN',
    ],
    [
      'last second before the rule horizon',
      { status: { horizon: after(1) } },
      `RECOGNIZED VERIFIED GREEN GREEN pass: ${DIRECT}`,
    ],
    [
      'at the rule horizon',
      { status: { horizon: NOW } },
      'CROSS_CHECK SUSPENDED null null: STATUS OPEN',
    ],
    [
      'limit of the policy',
      { status: { asOf: after(-601) }, input: { policy: { version: 9, statusMaxAgeMinutes: 10 } } },
      'STALE VERIFIED null null: FRESHNESS OPEN',
    ],
    [
      'no policy: an hour',
      { status: { asOf: after(-3_600) }, input: { policy: null } },
      `RECOGNIZED VERIFIED GREEN GREEN pass: ${DIRECT}`,
    ],
    [
      'no policy: more than an hour',
      { status: { asOf: after(-3_601) }, input: { policy: null } },
      'STALE VERIFIED null null: FRESHNESS OPEN',
    ],
    [
      'nobody answered',
      { status: 'UNAVAILABLE' },
      'CROSS_CHECK VERIFIED null null: UNAVAILABLE OPEN',
    ],
    ['nobody was asked', { status: null }, 'CROSS_CHECK VERIFIED null null: UNAVAILABLE OPEN'],
    [
      'nobody answered, no agreement',
      { status: 'UNAVAILABLE', agreement: null },
      'NOT_RECOGNIZED VERIFIED null null: AGREEMENT FAIL',
    ],
    // own codes
    ['own green', AT_HOME, 'RECOGNIZED VERIFIED GREEN GREEN pass: OWN_CODE PASS'],
    [
      'own red',
      { ...AT_HOME, status: { color: 'RED' } },
      'RECOGNIZED VERIFIED RED RED: OWN_CODE PASS',
    ],
    [
      'own needs no agreement, and heeds none',
      { ...AT_HOME, agreement: { mode: 'CONVERT' } },
      'RECOGNIZED VERIFIED GREEN GREEN pass: OWN_CODE PASS',
    ],
    [
      'own, nobody answered',
      { ...AT_HOME, status: 'UNAVAILABLE' },
      'CROSS_CHECK VERIFIED null null: UNAVAILABLE OPEN',
    ],
    // modes
    [
      'CONVERT',
      { agreement: { mode: 'CONVERT' } },
      'CROSS_CHECK VERIFIED GREEN null: CONVERT OPEN, AGREEMENT PASS',
    ],
    [
      'CONVERT, withdrawn',
      { agreement: { mode: 'CONVERT' }, status: { state: 'WITHDRAWN' } },
      'NOT_RECOGNIZED WITHDRAWN null null: TOKEN FAIL',
    ],
    [
      'SHARED_DATA, nothing shared',
      { agreement: { mode: 'SHARED_DATA' } },
      'CROSS_CHECK VERIFIED GREEN null: SHARED_DATA_MISSING OPEN, AGREEMENT PASS',
    ],
    [
      'SHARED_DATA, green here',
      {
        agreement: { mode: 'SHARED_DATA' },
        status: { color: 'RED' },
        input: { sharedColor: 'GREEN' },
      },
      'RECOGNIZED VERIFIED RED GREEN pass: AGREEMENT PASS',
    ],
    [
      'SHARED_DATA, yellow here',
      { agreement: { mode: 'SHARED_DATA' }, input: { sharedColor: 'YELLOW' } },
      'RECOGNIZED VERIFIED GREEN YELLOW: AGREEMENT PASS',
    ],
    [
      'SHARED_DATA, condition FAIL',
      {
        agreement: { mode: 'SHARED_DATA' },
        status: { color: 'YELLOW' },
        standing: 'FAIL',
        input: { sharedColor: 'GREEN' },
      },
      'NOT_RECOGNIZED VERIFIED YELLOW GREEN: N48 FAIL, AGREEMENT PASS',
    ],
    [
      'DIRECT takes no notice of shared data',
      { input: { sharedColor: 'RED' } },
      `RECOGNIZED VERIFIED GREEN GREEN pass: ${DIRECT}`,
    ],
    // the color comes from the status
    [
      'paper that says red',
      { claims: { kind: 'PAPER', color: 'RED' } },
      `RECOGNIZED VERIFIED GREEN GREEN pass: ${DIRECT}`,
    ],
    [
      'paper that says green',
      { claims: { kind: 'PAPER' }, status: { color: 'RED' } },
      'CROSS_CHECK VERIFIED RED null: COLOR_MAP OPEN, AGREEMENT PASS',
    ],
    [
      'dynamic that says green',
      { ...AT_HOME, status: { color: 'YELLOW' } },
      'RECOGNIZED VERIFIED YELLOW YELLOW: OWN_CODE PASS',
    ],
    // presentation
    ['dynamic online, alone', {}, `RECOGNIZED VERIFIED GREEN GREEN pass: ${DIRECT}`],
    ['dynamic, live', { presented: true }, `RECOGNIZED VERIFIED GREEN GREEN pass: ${DIRECT}`],
    [
      "dynamic online, yesterday's presentation",
      { presented: false },
      `CROSS_CHECK VERIFIED GREEN GREEN: PRESENTATION OPEN, ${DIRECT}`,
    ],
    [
      'dynamic offline, as a picture',
      { input: { mode: 'OFFLINE' } },
      `CROSS_CHECK VERIFIED GREEN GREEN: PRESENTATION OPEN, ${DIRECT}`,
    ],
    [
      'dynamic offline, presented',
      { input: { mode: 'OFFLINE' }, presented: true },
      `RECOGNIZED VERIFIED GREEN GREEN pass: ${DIRECT}`,
    ],
    [
      'own dynamic offline, as a picture',
      { agreement: null, input: { presentedIn: ISSUER, mode: 'OFFLINE' } },
      'CROSS_CHECK VERIFIED GREEN GREEN: PRESENTATION OPEN, OWN_CODE PASS',
    ],
    [
      'paper offline',
      { claims: { kind: 'PAPER' }, input: { mode: 'OFFLINE' } },
      `RECOGNIZED VERIFIED GREEN GREEN pass: ${DIRECT}`,
    ],
    [
      'withdrawn offline, as a picture',
      { status: { state: 'WITHDRAWN' }, input: { mode: 'OFFLINE' } },
      'NOT_RECOGNIZED WITHDRAWN null null: TOKEN FAIL',
    ],
  ])('%s', (_title, given, expected) => {
    expect(brief(given)).toEqual(expected);
  });

  const OPEN: readonly TokenStatus[] = ['CLOCK_SUSPECT', 'REPLAYED', 'SUSPENDED'];
  it.each(TOKEN_STATUSES.filter((status) => status !== 'VERIFIED'))('token %s', (tokenStatus) => {
    const expected = OPEN.includes(tokenStatus)
      ? `CROSS_CHECK ${tokenStatus} null null: TOKEN OPEN`
      : `NOT_RECOGNIZED ${tokenStatus} null null: TOKEN FAIL`;
    expect(brief({ tokenStatus })).toBe(expected);
    expect(brief({ tokenStatus, ...AT_HOME })).toBe(expected);
    expect(brief({ tokenStatus, claims: null, status: null })).toEqual(expected);
    expect(verdict({ tokenStatus })).toMatchObject({ holder: null, validUntil: null });
    const mayHold = tokenStatus === 'ISSUER_NOT_TRUSTED'; // a list that is not over may name the key
    const byOld = mayHold ? `STALE ${tokenStatus} null null: FRESHNESS OPEN` : expected;
    expect(brief({ tokenStatus, input: { listsExpired: true } })).toBe(byOld);
  });
});

describe('a verdict', () => {
  it('shows the holder only where codes of the issuer count', () => {
    expect(verdict({}).holder).toEqual(HOLDER);
    expect(verdict(AT_HOME).holder).toEqual(HOLDER);
    expect(verdict({ status: 'UNAVAILABLE' }).holder).toEqual(HOLDER);
    expect(verdict({ agreement: null }).holder).toBeNull();
  });

  it.each<[string, Given, Date | null]>([
    ['freshness', { status: { asOf: after(-60) } }, after(3_540)],
    ['token expiry', { claims: { expiresAt: after(30) } }, after(30)],
    ['rule horizon', { status: { horizon: after(20) } }, after(20)],
    ['nothing when stale', { status: { asOf: after(-3_601) } }, null],
    ['nothing when looked at by hand', { status: { color: 'RED' } }, null],
    ['nothing when not recognized', { agreement: null }, null],
    ['nothing when lists are over', { input: { listsExpired: true } }, null],
  ])('holds until the earliest of all: %s', (_title, given, expected) => {
    expect(verdict(given).validUntil).toEqual(expected);
  });

  it('says what it stands on', () => {
    const basis = { mode: 'ONLINE', trustListVersion: 7, policyVersion: 9 };
    expect(verdict({}).basis).toEqual({ ...basis, agreementVersion: 3, statusAsOf: NOW });
    expect(verdict({ ...AT_HOME, status: 'UNAVAILABLE' }).basis).toEqual({
      ...{ ...basis, agreementVersion: null, statusAsOf: null },
    });
    expect(verdict({ ...AT_HOME, agreement: {} }).basis.agreementVersion).toBeNull();
  });

  it('names kind and places, and on a specimen never passes', () => {
    expect(verdict({ claims: { kind: 'SPECIMEN' } }).pass).toBe(false);
    expect(verdict({ claims: { kind: 'PAPER' } })).toMatchObject({ paper: true, specimen: false });
    expect(verdict({ tokenStatus: 'SPECIMEN', claims: { kind: 'SPECIMEN' } })).toMatchObject({
      ...{ specimen: true, paper: false, pass: false, issuer: ISSUER, presentedIn: '510000' },
    });
  });

  it('where a fault of ours hides it is CROSS_CHECK, UNAVAILABLE', () => {
    const call = { presentedIn: '510000', mode: 'ONLINE', trustListVersion: 7 } as const;
    expect(unavailableVerdict(call)).toMatchObject({
      ...{ pass: false, outcome: 'CROSS_CHECK', issuer: null, issuedColor: null, color: null },
      ...{ holder: null, validUntil: null, presentedIn: '510000' },
      reasons: [{ ruleId: 'UNAVAILABLE', outcome: 'OPEN' }],
    });
  });
});
