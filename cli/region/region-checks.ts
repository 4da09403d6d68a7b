import { policyFor, type ReferenceData } from '../../subgraphs/codes/published.ts';
import { KEY_USES, type KeyUse } from '../../subgraphs/codes/publish.ts';
import type { TrustedKey, TrustedRegion } from '../../subgraphs/codes/trust.ts';
import type { OwnRegion } from './region-folder.ts';

/** One thing that was looked at. */
export interface Check {
  readonly check: string;
  readonly state: 'RIGHT' | 'SOON' | 'WRONG';
  /** What there is; where it is not right, what to do. */
  readonly note: string;
}

const DAY_MS = 86_400_000;
/** When a key that ends is spoken of, in days before: the overlap. */
const KEY_SOON_DAYS = 30;
const LIST_SOON_DAYS = 2;
const CLOCK_TOLERANCE_MS = 120_000;

/** It is right. */
export function right(check: string, note = ''): Check {
  return { check, state: 'RIGHT', note };
}

/** It will be wrong: what to do before. */
export function soon(check: string, note: string): Check {
  return { check, state: 'SOON', note };
}

/** It is wrong: what to do. */
export function wrong(check: string, note: string): Check {
  return { check, state: 'WRONG', note };
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** How long the last key of a use lives. */
export function lifeOf(use: KeyUse, keys: readonly TrustedKey[], now: Date): Check {
  const check = `key ${use}`;
  const last = keys
    .filter((key) => key.use === use)
    .toSorted((a, b) => +b.notAfter - +a.notAfter)[0];
  if (!last) return wrong(check, 'there is none: `tongma region init`');
  const days = (last.notAfter.getTime() - now.getTime()) / DAY_MS;
  if (days <= 0) return wrong(check, 'it is over: `tongma region rotate-keys --begins 0`');
  if (days < KEY_SOON_DAYS)
    return soon(check, `ends ${day(last.notAfter)}: \`tongma region rotate-keys\``);
  return right(check, `to ${day(last.notAfter)}`);
}

/** Whether what signs here is what the list carries. */
function listedKey(
  use: KeyUse,
  held: readonly TrustedKey[],
  listed: TrustedRegion,
  now: Date,
): Check {
  const check = `listed ${use}`;
  const own = held.filter((key) => key.use === use);
  const carried = listed.keys.filter(({ kid }) => own.some((key) => key.kid === kid));
  const gone = carried.find(({ state }) => state === 'TERMINATED');
  if (gone) {
    return wrong(
      check,
      `${gone.kid} is withdrawn: \`tongma region rotate-keys --withdraw ${gone.kid}\``,
    );
  }
  const inForce = carried.some(({ notBefore, notAfter }) => notBefore <= now && now < notAfter);
  if (!inForce)
    return wrong(check, 'the list carries no key in force: give the authority upload.cbor');
  const waiting = own.find(({ kid }) => !carried.some((key) => key.kid === kid));
  if (!waiting) return right(check);
  const late = waiting.notBefore.getTime() - now.getTime() < 7 * DAY_MS;
  const note = `${waiting.kid} begins ${day(waiting.notBefore)} and is not listed: upload.cbor`;
  return late ? wrong(check, note) : soon(check, note);
}

/** What the trust list in use says of a region and of its keys here. */
export function listChecks(
  reference: ReferenceData,
  own: OwnRegion,
  held: readonly TrustedKey[],
  now: Date,
): Check[] {
  const list = reference.trust?.list;
  if (!list) {
    return [
      wrong(
        'trust list',
        'none holds here: `tongma trust publish` the newest, with the right roots',
      ),
    ];
  }
  const days = (list.expiresAt.getTime() - now.getTime()) / DAY_MS;
  const until = `list ${list.version} holds until ${list.expiresAt.toISOString()}`;
  const ends = days <= 0 ? wrong : days < LIST_SOON_DAYS ? soon : right;
  const behind = list.issuedAt.getTime() - now.getTime() > CLOCK_TOLERANCE_MS;
  const head = [
    ends('trust list', until),
    behind
      ? wrong('clock', 'it is behind the trust list: set it')
      : right('clock', 'not behind the trust list'),
  ];
  const listed = list.regions.find(({ region }) => region === own.region);
  if (!listed) {
    return [
      ...head,
      wrong('in the list', 'it does not carry this region: give the authority upload.cbor'),
    ];
  }
  const same = (listed.endpoint ?? null) === own.endpoint && listed.state === own.state;
  return [
    ...head,
    same
      ? right('in the list', [listed.state, listed.endpoint].filter(Boolean).join(' '))
      : soon('in the list', 'address or state differ from here: give the authority upload.cbor'),
    ...KEY_USES.map((use) => listedKey(use, held, listed, now)),
  ];
}

/** Whether a region has what verdicts need: a name, a policy, agreements. */
export function ruleChecks(
  { policies, agreements, regions }: ReferenceData,
  region: string,
  now: Date,
): Check[] {
  const policy = policyFor(policies, region, now);
  const accepts = agreements.filter(({ receiver }) => receiver === region).length;
  const accepted = agreements.filter(({ issuer }) => issuer === region).length;
  return [
    regions.has(region)
      ? right('name')
      : wrong('name', 'it is not published: `tongma region join`'),
    policy
      ? right('policy', `version ${policy.version}`)
      : wrong('policy', 'none is in force: `tongma region join`'),
    accepts > 0
      ? right('agreements: codes taken here', String(accepts))
      : soon('agreements: codes taken here', 'none: agree with other regions'),
    accepted > 0
      ? right('agreements: codes taken elsewhere', String(accepted))
      : soon('agreements: codes taken elsewhere', 'none: agree with other regions'),
  ];
}
