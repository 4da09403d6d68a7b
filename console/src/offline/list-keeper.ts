import {
  createVerifier,
  heldDigests,
  rootKey,
  type HeldLists,
  type ListBundle,
  type RefusedList,
  type Verdict,
  type Verifier,
} from '../../../subgraphs/codes/verify/index.ts';
import { bytesOfBase64 } from './base64.ts';
import {
  sameRoots,
  type AboutLists,
  type KeptList,
  type ListKind,
  type ListStore,
  type TrustRoots,
} from './kept-lists.ts';

/** What the gateway offers: lists that the device has come without a body. */
export interface OfferedLists extends Omit<AboutLists, 'fetchedAt'> {
  readonly roots: TrustRoots;
  readonly lists: readonly {
    readonly kind: ListKind;
    readonly etag: string;
    readonly bytes: Uint8Array | null;
  }[];
}

/** A list that was not taken, and why. */
export interface Refusal {
  readonly kind: RefusedList['list'];
  readonly fault: RefusedList['fault'];
}

/** What is wrong with keeping lists. NOT_STORED: they hold until the page is left. */
export type FetchFault = 'UNREACHABLE' | 'OTHER_ROOTS' | 'NOT_STORED' | 'INSECURE';

/** What is held for a place, and what was not taken. */
export interface KeeperState {
  /** Null before the first trust list. */
  readonly held: HeldLists | null;
  readonly about: AboutLists | null;
  readonly refused: readonly Refusal[];
  readonly fault: FetchFault | null;
}

/** What a keeper needs of the place where it runs. */
export interface KeeperPorts {
  readonly store: ListStore;
  /** Rejects when nothing answers. */
  readonly ask: (place: string, have: readonly string[]) => Promise<OfferedLists>;
  /** Default: the clock of the device. */
  readonly now?: () => Date;
}

/** Nothing is held. */
export const NO_LISTS: KeeperState = { held: null, about: null, refused: [], fault: null };

function bundleOf(lists: readonly KeptList[]): ListBundle {
  const of = (kind: ListKind) =>
    lists.filter((list) => list.kind === kind).map(({ bytes }) => bytes);
  return {
    ...{ trustList: of('trustList')[0] ?? null, terms: of('terms') },
    ...{ agreements: of('agreements'), statements: of('statements') },
    statusLists: of('statusLists'),
    // Days of people do not stay on devices that several share: what needs them is looked at by hand.
    evidence: [],
  };
}

/** Keeps the lists of one place: from the device at first, then as the gateway offers them. */
export function createListKeeper(place: string, ports: KeeperPorts) {
  const { store, ask, now = () => new Date() } = ports;
  let verifier: Verifier | null = null;
  let roots: TrustRoots | null = null;
  let state = NO_LISTS;

  async function begin(trusted: TrustRoots): Promise<Verifier> {
    const { threshold, environment, keys } = trusted;
    const known = await Promise.all(keys.map((key) => rootKey(bytesOfBase64(key))));
    roots = trusted;
    return (verifier ??= createVerifier({ roots: known, threshold, environment, now }));
  }

  /** Etags of what the engine holds. */
  function held(): ReadonlySet<string> {
    const lists = verifier?.lists();
    return lists ? heldDigests(lists) : new Set();
  }

  /** Has the engine verify lists. What it refuses is not among what is held. */
  async function take(engine: Verifier, lists: readonly KeptList[]) {
    const faults = await engine.load(bundleOf(lists));
    const refused = faults.flatMap(({ list: kind, at, fault }) => {
      const list = lists.filter((one) => one.kind === kind)[at];
      return list ? [{ list, kind, fault }] : [];
    });
    const not = new Set(refused.map(({ list }) => list));
    return { not, refused: refused.map(({ kind, fault }) => ({ kind, fault })) };
  }

  async function takeOffered({ lists, ...offered }: OfferedLists): Promise<void> {
    if (roots && !sameRoots(roots, offered.roots)) {
      state = { ...state, fault: 'OTHER_ROOTS' };
      return;
    }
    const engine = verifier ?? (await begin(offered.roots));
    const fresh = lists.flatMap(({ kind, etag, bytes }) => (bytes ? [{ kind, etag, bytes }] : []));
    const { not, refused } = await take(engine, fresh);
    const put = fresh.filter((list) => !not.has(list));
    const names = lists.map(({ etag }) => etag);
    // Where something was refused, what it was to replace stays: that is what the engine holds.
    const keep = new Set(not.size > 0 ? [...names, ...held()] : names);
    const { region, names: regionNames } = offered;
    const about = { region, names: regionNames, fetchedAt: now() };
    const stored = await store
      .write(place, { roots: offered.roots, about, put, keep })
      .then(() => true)
      .catch(() => false);
    const fault = stored ? null : 'NOT_STORED';
    state = { held: engine.lists(), about, refused, fault };
  }

  /** Etags that need no body: of what the engine holds and the device has. */
  async function have(): Promise<string[]> {
    const kept = await store.etags(place).catch(() => new Set<string>());
    return [...held()].filter((etag) => kept.has(etag));
  }

  return {
    state: () => state,
    /** Takes what the device has, verified anew; what cannot be read counts as nothing. Never rejects. */
    async open(): Promise<void> {
      try {
        const known = await store.roots();
        if (!known) return;
        const engine = await begin(known);
        const { about, lists } = await store.read(place);
        if (!about) return;
        const { refused } = await take(engine, lists);
        state = { held: engine.lists(), about, refused, fault: null };
      } catch {
        // The gateway is asked for all of it.
      }
    },
    /** Fetches what is new. Never rejects: what cannot be read is no answer. */
    async refresh(): Promise<void> {
      try {
        await takeOffered(await ask(place, await have()));
      } catch {
        state = { ...state, fault: 'UNREACHABLE' };
      }
    },
    /** The verdict from the lists; null when none are held. */
    async recognize(text: string): Promise<Verdict | null> {
      const { held, about } = state;
      return held && about && verifier ? verifier.recognize(text, about.region) : null;
    },
  };
}

/** Lists of one place, as a page uses them. */
export type ListKeeper = ReturnType<typeof createListKeeper>;
