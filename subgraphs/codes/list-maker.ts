import type { EvidencePublishing } from './evidence-publisher.ts';
import type { Transaction } from '../kit/scope/unit-of-work.ts';
import type { ReferenceData } from './domain/recognition/reference.ts';
import { signTerms } from './domain/recognition/terms.ts';
import { uriOf } from './domain/status/place.ts';
import { signStatement } from './domain/status/statement.ts';
import { signStatusList } from './domain/status/status-list.ts';
import { statusBook, type BookedList, type StatusBook } from './domain/status/status-book.ts';
import type { Signer } from './domain/token/keys.ts';
import type { RegionSigners } from './persistence/key-file.ts';
import { packed, sha256 } from './persistence/node-crypto.ts';
import { readingPlace, readOn, type ChangesRead } from './persistence/reading-changes.ts';
import { signedLists, type SignedList, type SignedLists } from './persistence/signed-list.store.ts';
import { tokenStandings, type TokenStandings } from './persistence/token-standing.store.ts';

/** What making lists needs. */
export interface ListMakerParts {
  readonly keys: RegionSigners;
  readonly reference: () => ReferenceData;
  /** Shares evidence beside them. Default: none is shared. */
  readonly evidence?: EvidencePublishing;
  readonly now: () => Date;
  /** Is told when the database's clock is ahead of ours, or behind it (negative), in seconds. */
  readonly onClock?: (aheadS: number) => void;
}

/** Makes lists of regions, one call after the other; what was read before stays in memory. */
export interface ListMaker {
  /**
   * Brings a region's lists up to date in a transaction; not while another process does. Of two, the
   * one that began last does it, and the other stands by until nothing comes of it any more.
   */
  update(tx: Transaction, region: string, signer: Signer): Promise<void>;
  /** Forgets a region, where what is in memory may be ahead of what was kept. */
  forget(region: string): void;
}

/** Name of a region's statement, of which it has one. */
export const STATEMENT_NAME = 'statement';
/** Name of the terms. */
export const TERMS_NAME = 'terms';

/** How often a statement is made although nothing changed, in milliseconds: it says that. */
const RENEW_MS = 60_000;
/** How far our clock and the database's may be apart; what is read goes back much further. */
const CLOCK_TOLERANCE_S = 60;
/** How often a region's lists are made anew from all its tokens, in milliseconds. */
const ANEW_MS = 3_600_000;
/** After how long without a statement another process is taken to have ended, in milliseconds. */
const SILENT_MS = 2 * RENEW_MS;
/** How long a statement and terms live. What is older than a policy allows is STALE long before. */
const LIFE_MS = 7 * 86_400_000;

/** A region's lists in memory, and how far changes were read. */
interface Held {
  readonly book: StatusBook;
  /** Of the key that signed them: they fall with it. */
  readonly kid: string;
  readonly madeAt: number;
  readonly read: ChangesRead;
  /** When the last statement was made here, in milliseconds; 0 before the first. */
  stated: number;
  /** Whether a token was issued since: until a statement is newer, nothing is said of it elsewhere. */
  readonly hasNew: boolean;
  /** Signed lists by subject. */
  readonly digests: Map<string, Uint8Array>;
}

async function made(region: string, standings: TokenStandings, now: Date): Promise<StatusBook> {
  const book = statusBook(region);
  for (const part of await standings.parts(now)) book.open(part);
  for (const standing of await standings.notGreen(now)) book.write(standing, now);
  return book;
}

/** Makes, signs and keeps lists of regions. */
export function listMaker({ keys, reference, evidence, now, onClock }: ListMakerParts): ListMaker {
  const held = new Map<string, Held>();
  const madeElsewhere = new Set<string>();

  function forget(region: string): void {
    held.delete(region);
    evidence?.forget(region);
  }

  /**
   * Whether another process makes a region's lists. It does once it has stated something after this
   * one: what is in memory here is no longer what is kept, and a statement would name lists that
   * are not there.
   */
  function isMadeElsewhere(region: string, newest: Date | null, at: Date): boolean {
    const own = held.get(region)?.stated;
    if (own && own !== newest?.getTime()) {
      forget(region);
      madeElsewhere.add(region);
    }
    if (newest === null || at.getTime() - newest.getTime() > SILENT_MS) {
      madeElsewhere.delete(region);
    }
    return madeElsewhere.has(region);
  }

  /**
   * Reads what changed; a book that is old, signed by another key, or of which a read failed is made
   * anew.
   */
  async function readInto(
    tx: Transaction,
    region: string,
    at: Date,
    { kid }: Signer,
  ): Promise<Held> {
    const standings = tokenStandings(tx, region);
    const before = held.get(region);
    held.delete(region);
    const { seen, clock } = await readingPlace(tx);
    const aheadS = (clock.getTime() - now().getTime()) / 1_000;
    if (Math.abs(aheadS) > CLOCK_TOLERANCE_S) onClock?.(Math.round(aheadS));
    if (before?.kid !== kid || at.getTime() - before.madeAt > ANEW_MS) {
      const book = await made(region, standings, at);
      const begun = { stated: 0, hasNew: true, digests: new Map<string, Uint8Array>() };
      return { book, kid, madeAt: at.getTime(), read: { at, seen, allAt: at }, ...begun };
    }
    const { asked, read } = readOn(before.read, at, seen);
    const { parts, newest } = await standings.issued(asked.since);
    for (const part of parts) before.book.open(part);
    const changed = await standings.changed(asked, at, before.book.awaitingLook());
    for (const one of changed) before.book.write(one, at);
    const hasNew = newest !== null && newest.getTime() >= before.stated;
    return { ...before, read, hasNew };
  }

  async function signed(list: BookedList, at: Date, signer: Signer): Promise<SignedList> {
    const { id, expiresAt, bits } = list;
    const token = await signStatusList({ id, issuedAt: at, expiresAt }, packed(bits), signer);
    return { name: uriOf(id), kind: 'STATUS_LIST', signed: token, issuedAt: at };
  }

  async function statement(region: string, { book, digests }: Held, at: Date, signer: Signer) {
    const lists = book.lists(at).flatMap(({ id }) => {
      const digest = digests.get(uriOf(id));
      return digest ? [{ id, digest }] : [];
    });
    const kids = (reference().trust?.region(region)?.keys ?? [])
      .filter(({ state }) => state === 'TERMINATED')
      .map(({ kid }) => kid);
    const expiresAt = new Date(at.getTime() + LIFE_MS);
    const said = { lists, ctis: book.withdrawn(at), places: [], kids };
    return {
      ...{ name: STATEMENT_NAME, kind: 'STATEMENT' as const, issuedAt: at },
      signed: await signStatement({ issuer: region, issuedAt: at, expiresAt, ...said }, signer),
    };
  }

  async function terms(region: string, at: Date): Promise<SignedList[]> {
    const signer = keys.signer(region, 'policy');
    if (!signer) return [];
    const { policies, agreements } = reference();
    // Rules are needed by those who judge shared evidence, and by those who share it.
    const judges = agreements.some((one) => one.receiver === region && one.mode === 'SHARED_DATA');
    const own = {
      region,
      policies: policies
        .filter((policy) => policy.region === region)
        .map(({ rules, ...term }) => (judges ? { ...term, rules } : term)),
      agreements: agreements
        .filter(({ receiver }) => receiver === region)
        .map(({ issuer, version, validFrom, withdrawnAt, isVoid }) => ({
          ...{ issuer, version, withdrawnAt: (isVoid ? validFrom : withdrawnAt) ?? null },
        })),
    };
    const life = { issuedAt: at, expiresAt: new Date(at.getTime() + LIFE_MS) };
    const list = await signTerms({ ...own, ...life }, signer);
    return [{ name: TERMS_NAME, kind: 'TERMS', signed: list, issuedAt: at }];
  }

  /** Keeps what changed, and the statement that makes it hold. */
  async function publish(region: string, held: Held, at: Date, store: SignedLists, signer: Signer) {
    const { book, digests } = held;
    const standing = book.lists(at);
    const changed = book.takeChanged();
    const lists: SignedList[] = [];
    for (const list of standing) {
      if (!changed.has(uriOf(list.id))) continue;
      const one = await signed(list, at, signer);
      digests.set(one.name, sha256(one.signed));
      lists.push(one);
    }
    const names = standing.map(({ id }) => uriOf(id));
    for (const name of digests.keys()) if (!names.includes(name)) digests.delete(name);
    lists.push(await statement(region, held, at, signer), ...(await terms(region, at)));
    await store.keep(region, lists, names);
  }

  return {
    async update(tx, region, signer) {
      const at = new Date(Math.floor(now().getTime() / 1_000) * 1_000); // lists count seconds
      const store = signedLists(tx);
      if (!(await store.lock(region))) return;
      const newest = await store.issuedAt(region, STATEMENT_NAME);
      if (isMadeElsewhere(region, newest, at)) return;
      const state = await readInto(tx, region, at, signer);
      const old = at.getTime() - state.stated >= RENEW_MS;
      const due = old || state.hasNew || state.book.hasChanged();
      if (due && (newest === null || newest < at)) {
        await publish(region, state, at, store, signer);
        state.stated = at.getTime();
      }
      await evidence?.publish(tx, region, at, keys.signer(region, 'evidence'));
      held.set(region, state);
    },
    forget,
  };
}
