import {
  lifeOfKeys,
  lifeOfList,
  listedKey,
  policyFor,
  type ReferenceData,
} from '../../subgraphs/codes/published.ts';
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
  const last = lifeOfKeys(use, keys, now);
  if (!last) return wrong(check, 'there is none: `tongma region init`');
  const { life, until } = last;
  if (life === 'OVER') return wrong(check, 'it is over: `tongma region rotate-keys --begins 0`');
  if (life === 'ENDS') return soon(check, `ends ${day(until)}: \`tongma region rotate-keys\``);
  return right(check, `to ${day(until)}`);
}

/** Whether what signs here is what the list carries. */
function listedCheck(
  use: KeyUse,
  held: readonly TrustedKey[],
  listed: TrustedRegion,
  now: Date,
): Check {
  const check = `listed ${use}`;
  const found = listedKey(use, held, listed, now);
  if (found.state === 'LISTED') return right(check);
  if (found.state === 'NOT_IN_FORCE') {
    return wrong(check, 'the list carries no key in force: give the authority upload.cbor');
  }
  const { kid } = found;
  if (found.state === 'WITHDRAWN') {
    return wrong(check, `${kid} is withdrawn: \`tongma region rotate-keys --withdraw ${kid}\``);
  }
  const note = `${kid} begins ${day(found.begins)} and is not listed: upload.cbor`;
  return found.late ? wrong(check, note) : soon(check, note);
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
  const until = `list ${list.version} holds until ${list.expiresAt.toISOString()}`;
  const ends = { OVER: wrong, ENDS: soon, LASTS: right }[lifeOfList(list, now)];
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
    ...KEY_USES.map((use) => listedCheck(use, held, listed, now)),
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
