import type { MikroORM } from '@mikro-orm/postgresql';
import { systemIdentity } from '../../kit/identity.ts';
import type { Log } from '../../kit/log.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { openSharedEvidence } from '../domain/evidence/shared-evidence.ts';
import { ANSWER_MAX, type ToldList } from '../domain/exchange/list-exchange.ts';
import { openTerms } from '../domain/recognition/terms.ts';
import { uriOf } from '../domain/status/place.ts';
import { openStatement, type OpenedStatement } from '../domain/status/statement.ts';
import { openStatusList } from '../domain/status/status-list.ts';
import { hexOf } from '../domain/token/bytes.ts';
import type { Verify } from '../domain/token/keys.ts';
import type { SignedChecks } from '../domain/trust/signed-list.ts';
import type { TrustIndex } from '../domain/trust/trust-list.ts';
import { STATEMENT_NAME, TERMS_NAME } from '../list-maker.ts';
import { sha256 } from '../persistence/node-crypto.ts';
import { evidenceName } from '../persistence/signed-list.entity.ts';
import { signedLists, type KeptList, type SignedList } from '../persistence/signed-list.store.ts';

/** Name under which lists of other stacks are fetched and kept. */
export const LIST_EXCHANGE = 'list-exchange';

/** What taking in lists of other stacks needs. */
export interface ListTakerParts {
  readonly orm: MikroORM;
  readonly trust: () => TrustIndex | null;
  /** The same with keys that other stacks alone say are withdrawn. */
  readonly ownTrust: () => TrustIndex | null;
  readonly verify: Verify;
  readonly now: () => Date;
  readonly log: Log;
}

/** What one region of another stack was told to say of itself, and what is held of it already. */
export interface ToldOfRegion {
  readonly region: string;
  /** Region of this stack that asked. */
  readonly from: string;
  readonly told: readonly ToldList[];
  readonly held: readonly KeptList[];
}

/** Of each name the first list: further ones are none that its stack keeps. */
function eachOnce(told: readonly ToldList[]): readonly ToldList[] {
  const names = new Set<string>();
  return told.filter(({ name }) => !names.has(name) && names.add(name));
}

/**
 * Keeps what another stack says of one of its regions; what does not hold is left out and named in the
 * log.
 */
export function listTaking({ orm, trust, ownTrust, verify, now, log }: ListTakerParts) {
  /** The statement that came, else the one that is here; null when there is none that holds. */
  async function statementOf(
    { told, held }: ToldOfRegion,
    checks: SignedChecks,
  ): Promise<{ readonly statement: OpenedStatement; readonly list: SignedList } | null> {
    const before = held.find(({ name }) => name === STATEMENT_NAME);
    const signed = told.find(({ name }) => name === STATEMENT_NAME)?.signed ?? before?.signed;
    if (!signed) return null;
    const opened = await openStatement(signed, checks, () => before?.issuedAt ?? null);
    if ('fault' in opened) {
      log.error({ fault: opened.fault }, 'a statement of another stack was refused');
      return null;
    }
    const { issuedAt } = opened;
    const list = { name: STATEMENT_NAME, kind: 'STATEMENT' as const, signed, issuedAt };
    return { statement: opened, list };
  }

  /** What a region says of itself beside its status lists, as far as it holds. */
  async function saidOf(
    { region, from, held }: ToldOfRegion,
    { name, signed }: ToldList,
    checks: SignedChecks,
  ): Promise<SignedList | null> {
    const isTerms = name === TERMS_NAME;
    if (!signed || (!isTerms && name !== evidenceName(from))) return null;
    const heldFrom = () => held.find((list) => list.name === name)?.issuedAt ?? null;
    const isReceiver = (receiver: string) => receiver === from;
    const opened = isTerms
      ? await openTerms(signed, checks, heldFrom)
      : await openSharedEvidence(signed, { ...checks, isReceiver, heldFrom });
    const fault = 'fault' in opened ? opened.fault : null;
    const by = 'fault' in opened ? null : 'issuer' in opened ? opened.issuer : opened.region;
    if ('fault' in opened || by !== region) {
      log.error({ region, name, fault }, 'a list of another stack was refused');
      return null;
    }
    return { name, kind: isTerms ? 'TERMS' : 'EVIDENCE', signed, issuedAt: opened.issuedAt };
  }

  /** The status lists that came, as far as the statement names them and they hold. */
  async function statusListsOf(
    { region, told }: ToldOfRegion,
    named: ReadonlyMap<string, string>,
    checks: SignedChecks,
  ): Promise<SignedList[]> {
    const lists: SignedList[] = [];
    for (const { signed } of told) {
      const name = signed && named.get(hexOf(sha256(signed)));
      if (!signed || name == null) continue;
      const opened = await openStatusList(signed, checks);
      if ('fault' in opened || uriOf(opened.id) !== name) {
        const fault = 'fault' in opened ? opened.fault : null;
        log.error({ region, name, fault }, 'a status list of another stack was refused');
      } else lists.push({ name, kind: 'STATUS_LIST', signed, issuedAt: opened.issuedAt });
    }
    return lists;
  }

  /**
   * Whether what is kept of a region from now on is longer than an answer may be: a stack that begins
   * could not be sent it, and every process here reads it when it starts.
   */
  function isTooMuch(
    { held }: ToldOfRegion,
    lists: readonly SignedList[],
    named: Iterable<string>,
  ): boolean {
    const kept = new Map([...held, ...lists].map(({ name, signed }) => [name, signed.length]));
    let length = 0;
    for (const name of named) length += kept.get(name) ?? 0;
    return length > ANSWER_MAX;
  }

  return async (given: ToldOfRegion): Promise<void> => {
    const { region, from } = given;
    const [index, judged] = [ownTrust(), trust()];
    if (!index || !judged) return;
    const of = { ...given, told: eachOnce(given.told) };
    const checks = { trust: index, verify, now: now() };
    const found = await statementOf(of, checks);
    if (found?.statement.issuer !== region) return;
    const named = new Map(
      found.statement.lists.map(({ id, digest }) => [hexOf(digest), uriOf(id)]),
    );
    const statusLists = await statusListsOf(of, named, checks);
    if (isTooMuch(of, statusLists, named.values())) {
      log.error({ region, fault: 'TOO_LARGE' }, 'status lists of another stack were refused');
      return;
    }
    const said: SignedList[] = [];
    for (const one of of.told) {
      const list = await saidOf(of, one, { ...checks, trust: judged });
      if (list) said.push(list);
    }
    const evidence = said.filter(({ kind }) => kind === 'EVIDENCE');
    const terms = said.filter(({ kind }) => kind === 'TERMS');
    // What is no longer shared is dropped; what is shared with other regions here is theirs.
    const name = evidenceName(from);
    const names = of.told.some((one) => one.name === name) ? [name] : [];
    await inScope(orm, systemIdentity(LIST_EXCHANGE, region), async (tx) => {
      const store = signedLists(tx);
      await store.keep(region, [found.list, ...statusLists, ...terms], [...named.values()]);
      await store.keepEvidence(region, evidence, names, from);
    });
  };
}
