import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { systemIdentity } from '../../kit/identity.ts';
import type { Log } from '../../kit/log.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { encodeHeld, type ToldList } from '../domain/exchange/list-exchange.ts';
import { openSharedEvidence } from '../domain/evidence/shared-evidence.ts';
import { signRequest } from '../domain/exchange/request.ts';
import { openTerms } from '../domain/recognition/terms.ts';
import { uriOf } from '../domain/status/place.ts';
import { openStatement, type Statement } from '../domain/status/statement.ts';
import { openStatusList } from '../domain/status/status-list.ts';
import { hexOf } from '../domain/token/bytes.ts';
import type { Verify } from '../domain/token/keys.ts';
import type { SignedChecks } from '../domain/trust/signed-list.ts';
import { takeTrustAnswer, trustETag, type TrustAnswer } from '../domain/trust/trust-exchange.ts';
import type { TrustIndex, TrustRules } from '../domain/trust/trust-list.ts';
import { STATEMENT_NAME, TERMS_NAME } from '../list-maker.ts';
import type { AgreementExchange } from '../persistence/agreement-exchange.ts';
import type { RegionSigners } from '../persistence/key-file.ts';
import { sha256 } from '../persistence/node-crypto.ts';
import { evidenceName } from '../persistence/signed-list.entity.ts';
import { signedLists, type KeptList, type SignedList } from '../persistence/signed-list.store.ts';
import type { TrustListStore } from '../persistence/trust-list.store.ts';
import type { Worker } from '../worker.ts';
import { askStack } from './ask-stack.ts';

/** What fetching lists from other stacks needs. */
export interface ListPullerParts {
  readonly orm: MikroORM;
  readonly trust: () => TrustIndex | null;
  /** The same with keys that other stacks alone say are withdrawn. */
  readonly ownTrust: () => TrustIndex | null;
  readonly keys: RegionSigners;
  readonly isLocal: (region: string) => boolean;
  /** Regions of this stack with which some issuers share evidence: each asks for its own. */
  readonly receivers: (issuers: readonly string[]) => readonly string[];
  readonly agreements: AgreementExchange;
  readonly trustLists: TrustListStore;
  readonly trustRules: () => Omit<TrustRules, 'verify' | 'now'>;
  readonly verify: Verify;
  readonly now: () => Date;
  readonly log: Log;
  /** Milliseconds from one time to the next. Source: DESIGN.md §6 (60 s). */
  readonly everyMs: number;
}

const SUBJECT = 'list-exchange';

/** Another stack, and the regions that it serves. */
interface Peer {
  readonly endpoint: string;
  readonly regions: readonly string[];
}

/** Fetches lists from every stack that serves other regions, once. */
export function listPulling(parts: ListPullerParts): () => Promise<void> {
  const { orm, trust, keys, isLocal, receivers, agreements, trustLists, verify, now, log } = parts;

  /** Stacks whose last change of the trust list did not fit what is held here. */
  const distrusted = new Set<string>();

  function peers({ list }: TrustIndex): Peer[] {
    const foreign = list.regions.flatMap(({ region, endpoint, state }) =>
      endpoint !== undefined && state === 'ACTIVE' && !isLocal(region)
        ? [{ region, endpoint }]
        : [],
    );
    const byEndpoint = Map.groupBy(foreign, ({ endpoint }) => endpoint);
    return [...byEndpoint].map(([endpoint, all]) => ({
      endpoint,
      regions: all.map(({ region }) => region),
    }));
  }

  const kept = (regions: readonly string[], from: string) =>
    inScope(orm, { regions: [from], residents: [], subject: SUBJECT }, (tx) =>
      signedLists(tx).of(regions),
    );

  /** The statement that came, else the one that is here; null when there is none that holds. */
  async function statementOf(
    told: readonly ToldList[],
    held: readonly KeptList[],
    checks: SignedChecks,
  ): Promise<{ readonly statement: Statement; readonly list: SignedList } | null> {
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
    region: string,
    from: string,
    { name, signed }: ToldList,
    held: readonly KeptList[],
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

  /** Keeps what came of one region; what does not hold is left out and named in the log. */
  async function take(
    region: string,
    from: string,
    told: readonly ToldList[],
    held: readonly KeptList[],
  ) {
    const [index, judged] = [parts.ownTrust(), trust()];
    if (!index || !judged) return;
    const checks = { trust: index, verify, now: now() };
    const found = await statementOf(told, held, checks);
    if (found?.statement.issuer !== region) return;
    const named = new Map(
      found.statement.lists.map(({ id, digest }) => [hexOf(digest), uriOf(id)]),
    );
    const lists: SignedList[] = [found.list];
    const evidence: SignedList[] = [];
    for (const one of told) {
      const { signed } = one;
      const said = await saidOf(region, from, one, held, { ...checks, trust: judged });
      if (said) (said.kind === 'EVIDENCE' ? evidence : lists).push(said);
      const name = signed && named.get(hexOf(sha256(signed)));
      if (!signed || name == null) continue;
      const opened = await openStatusList(signed, checks);
      if ('fault' in opened || uriOf(opened.id) !== name) {
        log.error({ region, name, opened }, 'a status list of another stack was refused');
      } else lists.push({ name, kind: 'STATUS_LIST', signed, issuedAt: opened.issuedAt });
    }
    // What is no longer shared is dropped; what is shared with other regions here is theirs.
    const names = told.some(({ name }) => name === evidenceName(from)) ? [evidenceName(from)] : [];
    await inScope(orm, systemIdentity(SUBJECT, region), async (tx) => {
      const store = signedLists(tx);
      await store.keep(region, lists, [...named.values()]);
      await store.keepEvidence(region, evidence, names, from);
    });
  }

  /** Keeps a newer trust list; after a change that does not fit, the whole list is asked for. */
  async function takeTrust(endpoint: string, held: Uint8Array | null, answer: TrustAnswer) {
    const rules = { ...parts.trustRules(), verify, now: now() };
    const taken = await takeTrustAnswer(held, answer, rules);
    const put = taken && ('fault' in taken ? taken : await trustLists.put(taken.bytes, rules));
    distrusted.delete(endpoint);
    // An older list than ours is no fault: the other stack will fetch ours.
    if (!put || !('fault' in put) || put.fault === 'ROLLBACK') return;
    if (answer.change === 'DELTA') distrusted.add(endpoint);
    log.error({ endpoint, fault: put.fault }, 'a trust list of another stack was refused');
  }

  async function pullFor(from: string, { endpoint, regions }: Peer, index: TrustIndex) {
    const signer = keys.signer(from, 'evidence');
    const [to] = regions;
    if (to === undefined || !signer) return;
    const held = await kept(regions, from);
    const trustList = await trustLists.signed(index.list.version);
    const tag = trustList && !distrusted.has(endpoint) ? trustETag(trustList, sha256) : null;
    const body = encodeHeld({ trust: tag, lists: held.map(({ digest }) => digest) });
    const request = { from, to, askedAt: now(), nonce: randomBytes(16), body };
    const answer = await askStack(endpoint, await signRequest('lists', request, signer));
    await takeTrust(endpoint, trustList, answer.trust);
    for (const region of regions) {
      const own = answer.lists.filter((list) => list.region === region);
      await take(
        region,
        from,
        own,
        held.filter((list) => list.region === region),
      );
    }
    for (const bytes of answer.agreements) await agreements.incoming(bytes);
  }

  /** One region asks for what everybody is told; those with which evidence is shared, for that. */
  async function pull(peer: Peer, index: TrustIndex): Promise<void> {
    const canAsk = (region: string) => isLocal(region) && !!keys.signer(region, 'evidence');
    const any = index.list.regions.map(({ region }) => region).find(canAsk);
    const sharing = receivers(peer.regions).filter(canAsk);
    const asking = sharing.length > 0 || any === undefined ? sharing : [any];
    if (asking.length === 0 && index.list.regions.some(({ region }) => isLocal(region))) {
      const given = { endpoint: peer.endpoint, alarm: 'NO_EVIDENCE_KEY' };
      log.error(given, 'no region here has a key of use evidence to ask another stack with');
    }
    for (const from of asking) await pullFor(from, peer, index);
  }

  return async () => {
    const index = trust();
    if (!index) return;
    await Promise.all(
      peers(index).map((peer) =>
        pull(peer, index).catch((err: unknown) => {
          log.warn({ err, endpoint: peer.endpoint }, 'another stack gave no lists');
        }),
      ),
    );
  };
}

/** Fetches lists again and again, at once when it starts. */
export function startListPuller(parts: ListPullerParts): Worker {
  const pull = listPulling(parts);
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = (async () => {
    while (!signal.aborted) {
      await pull().catch((err: unknown) => {
        parts.log.error({ err }, 'lists were not fetched');
      });
      await sleep(parts.everyMs, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
