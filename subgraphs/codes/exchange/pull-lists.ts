import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { encodeHeld, HELD_MAX } from '../domain/exchange/list-exchange.ts';
import { signRequest } from '../domain/exchange/request.ts';
import { takeTrustAnswer, trustETag, type TrustAnswer } from '../domain/trust/trust-exchange.ts';
import type { TrustIndex, TrustRules } from '../domain/trust/trust-list.ts';
import type { AgreementExchange } from '../persistence/agreement-exchange.ts';
import type { RegionSigners } from '../persistence/key-file.ts';
import { sha256 } from '../persistence/node-crypto.ts';
import { signedLists } from '../persistence/signed-list.store.ts';
import type { TrustListStore } from '../persistence/trust-list.store.ts';
import type { Worker } from '../worker.ts';
import { askStack } from './ask-stack.ts';
import { LIST_EXCHANGE, listTaking, type ListTakerParts } from './take-lists.ts';

/** What fetching lists from other stacks needs. */
export interface ListPullerParts extends ListTakerParts {
  readonly keys: RegionSigners;
  readonly isLocal: (region: string) => boolean;
  /** Regions of this stack with which some issuers share evidence: each asks for its own. */
  readonly receivers: (issuers: readonly string[]) => readonly string[];
  readonly agreements: AgreementExchange;
  readonly trustLists: TrustListStore;
  readonly trustRules: () => Omit<TrustRules, 'verify' | 'now'>;
  /** Milliseconds from one time to the next. Source: DESIGN.md §6 (60 s). */
  readonly everyMs: number;
}

/** Another stack, and the regions that it serves. */
interface Peer {
  readonly endpoint: string;
  readonly regions: readonly string[];
}

/** Fetches lists from every stack that serves other regions and is not being asked already, once. */
export function listPulling(parts: ListPullerParts): () => Promise<void> {
  const { orm, trust, keys, isLocal, receivers, agreements, trustLists, verify, now, log } = parts;
  const take = listTaking(parts);

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
    inScope(orm, { regions: [from], residents: [], subject: LIST_EXCHANGE }, (tx) =>
      signedLists(tx).of(regions),
    );

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

  async function takeAgreements(endpoint: string, answer: readonly Uint8Array[]) {
    const taken = await agreements.incomingFrom(answer, isLocal);
    const refused = taken.find((one) => 'fault' in one && one.fault === 'TOO_MANY');
    if (refused) log.error({ endpoint, ...refused }, 'agreements of another stack were refused');
  }

  async function pullFor(from: string, { endpoint, regions }: Peer, index: TrustIndex) {
    const signer = keys.signer(from, 'evidence');
    const [to] = regions;
    if (to === undefined || !signer) return;
    const held = await kept(regions, from);
    const trustList = await trustLists.signed(index.list.version);
    const tag = trustList && !distrusted.has(endpoint) ? trustETag(trustList, sha256) : null;
    const digests = held.slice(0, HELD_MAX).map(({ digest }) => digest);
    const body = encodeHeld({ trust: tag, lists: digests });
    const request = { from, to, askedAt: now(), nonce: randomBytes(16), body };
    const answer = await askStack(endpoint, await signRequest('lists', request, signer));
    await takeTrust(endpoint, trustList, answer.trust);
    for (const region of regions) {
      const isOf = (list: { readonly region: string }) => list.region === region;
      const [told, before] = [answer.lists.filter(isOf), held.filter(isOf)];
      await take({ region, from, told, held: before });
    }
    await takeAgreements(endpoint, answer.agreements);
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

  /** Stacks that are being asked. */
  const asked = new Map<string, Promise<void>>();

  function pullOnce(peer: Peer, index: TrustIndex): Promise<void> {
    const { endpoint } = peer;
    const pulled = pull(peer, index)
      .catch((err: unknown) => {
        log.warn({ err, endpoint }, 'another stack gave no lists');
      })
      .finally(() => asked.delete(endpoint));
    asked.set(endpoint, pulled);
    return pulled;
  }

  return async () => {
    const index = trust();
    if (!index) return;
    const free = peers(index).filter(({ endpoint }) => !asked.has(endpoint));
    await Promise.all(free.map((peer) => pullOnce(peer, index)));
  };
}

/**
 * Fetches lists again and again, at once when it starts. A stack that takes long is asked again when it
 * is done; nobody waits for it.
 */
export function startListPuller(parts: ListPullerParts): Worker {
  const pull = listPulling(parts);
  const stopping = new AbortController();
  const { signal } = stopping;
  const pulls = new Set<Promise<void>>();

  function begin(): void {
    const one = pull()
      .catch((err: unknown) => {
        parts.log.error({ err }, 'lists were not fetched');
      })
      .finally(() => pulls.delete(one));
    pulls.add(one);
  }

  const running = (async () => {
    while (!signal.aborted) {
      begin();
      await sleep(parts.everyMs, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
      await Promise.all(pulls);
    },
  };
}
