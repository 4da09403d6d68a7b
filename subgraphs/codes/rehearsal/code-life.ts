import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { systemIdentity } from '../../kit/identity.ts';
import { newId } from '../../kit/new-id.ts';
import { run } from '../../kit/query.ts';
import { unitOfWork, type Transaction } from '../../kit/scope/unit-of-work.ts';
import { shanghaiDay } from '../../kit/standards/shanghai-day.ts';
import { PAPER_DAYS } from '../domain/code/issued-token.ts';
import type { ReferenceData } from '../domain/recognition/reference.ts';
import type { Verdict } from '../domain/recognition/verdict.ts';
import { PLACES } from '../domain/status/place.ts';
import type { TokenClaims } from '../domain/token/claims.ts';
import { issueToken } from '../domain/token/issue-token.ts';
import type { Signer } from '../domain/token/keys.ts';
import { listMaker, STATEMENT_NAME } from '../list-maker.ts';
import { openKeyFile, regionSigners, rootKeys, type TrustRoots } from '../persistence/key-file.ts';
import { signedLists } from '../persistence/signed-list.store.ts';
import { createVerifier, type Verifier } from '../verify/index.ts';

/** What rehearsing a code's life needs. */
export interface CodeRehearsalParts {
  readonly orm: MikroORM;
  readonly roots: TrustRoots;
  readonly keysFile: string;
  readonly reference: ReferenceData;
  readonly region: string;
  readonly now: () => Date;
}

/** A code of nobody on paper, as somebody with the region's lists alone sees it. */
export interface RehearsedCode {
  readonly issued: Verdict;
  /** After its color became RED. */
  readonly changed: Verdict;
  readonly withdrawn: Verdict;
}

/** Under which name a rehearsal acts. */
export const SUBJECT = 'codes-rehearsal';
const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
/** How often, and how many times, a running Tongma is let finish its own lists. */
const LOCK_WAIT = { ms: 250, times: 40 } as const;

const seconds = (at: Date, later = 0) =>
  new Date((Math.floor(at.getTime() / SECOND_MS) + later) * SECOND_MS);

async function lock(tx: Transaction, region: string): Promise<void> {
  for (let tried = 0; tried < LOCK_WAIT.times; tried += 1) {
    if (await signedLists(tx).lock(region)) return;
    await sleep(LOCK_WAIT.ms);
  }
  throw new Error('The lists of the region are being made by another process.');
}

function claimsOf(region: string, issuedAt: Date, policyVersion: number): TokenClaims {
  return {
    ...{ issuer: region, kind: 'PAPER', color: 'GREEN', issuedAt, holderKey: null },
    ...{ cti: randomBytes(8), statusIndex: randomInt(PLACES), policyId: String(policyVersion) },
    ...{ maskedName: '样*', birthMonthDay: '0101', heldByProxy: false },
    expiresAt: new Date(issuedAt.getTime() + PAPER_DAYS.least * DAY_MS),
  };
}

/** The rows that issuing a code leaves. */
async function insert(tx: Transaction, codeId: string, claims: TokenClaims): Promise<void> {
  const { issuer: region, cti, kind, statusIndex, issuedAt, expiresAt } = claims;
  const em = await tx();
  await run(
    em,
    `insert into codes.health_code (region, id, resident_id, state, color, decided_at, created_at)
     values ($1, $2, $2, 'ACTIVE', 'GREEN', $3, $3)`,
    [region, codeId, issuedAt],
  );
  await run(
    em,
    `insert into codes.code_token
       (region, cti, code_id, resident_id, kind, status_index, issued_on, issued_at, expires_at)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8)`,
    [
      ...[region, Buffer.from(cti), codeId, kind, statusIndex],
      ...[shanghaiDay(issuedAt), issuedAt, expiresAt],
    ],
  );
}

/** Loads what is published for a region into a verifier that knows nothing else. */
async function load(
  verifier: Verifier,
  tx: Transaction,
  { reference, region }: CodeRehearsalParts,
) {
  const store = signedLists(tx);
  const lists = await store.of([region]);
  const of = (kind: string) =>
    lists.filter((list) => list.kind === kind).map(({ signed }) => signed);
  const refused = await verifier.load({
    trustList: await store.trustList(reference.trust?.list.version ?? 0),
    ...{ terms: of('TERMS'), agreements: [], statements: of('STATEMENT') },
    statusLists: of('STATUS_LIST'),
  });
  const [first] = refused;
  if (first) throw new Error(`${first.list} of the region do not hold: ${first.fault}`);
}

/** Plays a code's life in a transaction; the caller undoes it. */
async function play(tx: Transaction, parts: CodeRehearsalParts): Promise<RehearsedCode> {
  const { roots, keysFile, reference, region, now } = parts;
  await lock(tx, region);
  const newest = await signedLists(tx).issuedAt(region, STATEMENT_NAME);
  const began = seconds(newest && newest > now() ? newest : now(), 1);
  let at = began; // a statement is newer than the one before it by a second at least
  const clock = () => at;
  const keyFile = openKeyFile(keysFile, (error) => {
    throw error;
  });
  const keys = regionSigners(keyFile, () => reference.trust, clock);
  const required = (use: 'paper' | 'status'): Signer => {
    const signer = keys.signer(region, use);
    if (!signer) throw new Error(`The trust list has no ${use} key of the region here.`);
    return signer;
  };
  const lists = listMaker({ keys, reference: () => reference, now: clock });
  const verifier = createVerifier({ ...rootKeys(roots), now: clock });
  const policy = reference.policies.find((one) => one.region === region);
  const claims = claimsOf(region, seconds(began, -5), policy?.version ?? 0);
  const text = await issueToken(claims, required('paper'));
  const codeId = newId(region);

  const seen = async (): Promise<Verdict> => {
    at = seconds(at, 1);
    await lists.update(tx, region, required('status'));
    await load(verifier, tx, parts);
    return verifier.recognize(text, region);
  };
  await insert(tx, codeId, claims);
  const issued = await seen();
  await run(
    await tx(),
    `update codes.health_code set color = 'RED', decided_at = $3 where region = $1 and id = $2`,
    [region, codeId, at],
  );
  const changed = await seen();
  await run(
    await tx(),
    'update codes.code_token set withdrawn_at = $3 where region = $1 and cti = $2',
    [region, Buffer.from(claims.cti), at],
  );
  return { issued, changed, withdrawn: await seen() };
}

/**
 * Lets a code of nobody be issued, turn red and be withdrawn in the region's database, has the
 * region's lists made and signed each time as the service makes them, and reads them with the offline
 * engine. All of it in one transaction that is undone: nobody else ever sees the code or those lists.
 */
export async function rehearseCode(parts: CodeRehearsalParts): Promise<RehearsedCode> {
  const unit = unitOfWork(parts.orm, systemIdentity(SUBJECT, parts.region));
  try {
    return await play(unit.transaction, parts);
  } finally {
    await unit.rollback();
  }
}
