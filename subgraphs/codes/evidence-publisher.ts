import type { Transaction } from '../kit/scope/unit-of-work.ts';
import { coarseDates } from './domain/evidence/coarse-dates.ts';
import { needsOf, type EvidenceNeeds } from './domain/evidence/evidence-needs.ts';
import {
  joinRecords,
  recordOf,
  SHARED_EVIDENCE_MAX,
  signSharedEvidence,
} from './domain/evidence/shared-evidence.ts';
import { policyFor, type PolicyTerm } from './domain/policy/versions.ts';
import { agreementFor } from './domain/recognition/agreement.ts';
import type { ReferenceData } from './domain/recognition/reference.ts';
import { sameBytes } from './domain/token/bytes.ts';
import type { Signer } from './domain/token/keys.ts';
import { readingPlace, readOn, type ChangesRead } from './persistence/reading-changes.ts';
import { evidenceName } from './persistence/signed-list.entity.ts';
import { signedLists, type SignedList } from './persistence/signed-list.store.ts';
import { tokenEvidence, type TokenHolder } from './persistence/token-evidence.store.ts';

/** What sharing evidence is made of. */
export interface EvidencePublisherParts {
  readonly reference: () => ReferenceData;
  /** Policies of a region of another stack, as it signed them. */
  readonly foreignPolicies: (region: string) => readonly PolicyTerm[];
  /** Is told of a list that nobody would take: it is not made. */
  readonly onTooLarge?: (issuer: string, receiver: string) => void;
}

/** Sharing what is known of a region's people. */
export interface EvidencePublishing {
  /** Brings what a region shares up to date, within a transaction that holds its lists. */
  publish(tx: Transaction, region: string, at: Date, signer: Signer | undefined): Promise<void>;
  /** Forgets what is in memory: it may be ahead of what was kept. */
  forget(region: string): void;
}

/** How often a list is signed anew although nothing changed, in milliseconds: it says that. */
const RENEW_MS = 60_000;
/** How often all people are read again, in milliseconds: days pass, stays begin. */
const ANEW_MS = 3_600_000;
/** How long a list lives. What is older than a policy allows counts for nothing long before. */
const LIFE_MS = 86_400_000;

/** Most bytes of records in a list: what is around them takes some hundred. */
const RECORDS_MAX = SHARED_EVIDENCE_MAX - 4_096;

/** What is said of a token, as the list holds it. */
interface TokenRecord {
  readonly bytes: Uint8Array;
  /** In milliseconds. */
  readonly expiresAt: number;
}

/** What one receiver is told, in memory. */
interface Told {
  readonly needs: EvidenceNeeds;
  /** By resident. */
  readonly records: Map<string, readonly TokenRecord[]>;
  /** All that live, joined; null before they are. */
  joined: Uint8Array | null;
  /** Until when that holds them all, in milliseconds; 0 when something was written since. */
  holdsUntil: number;
  signed: Uint8Array | null;
  issuedAt: number;
  /** When it was last said that it is too large, in milliseconds. */
  refusedAt: number;
}

/** Everything that one region shares. */
interface Held {
  readonly madeFor: string;
  readonly madeAt: number;
  readonly read: ChangesRead;
  readonly told: ReadonlyMap<string, Told>;
}

function keyOf(needs: ReadonlyMap<string, EvidenceNeeds>): string {
  return JSON.stringify(
    [...needs].map(([receiver, { days, symptoms }]) => [receiver, [...days], symptoms]),
  );
}

function write({ residentId, tokens, facts }: TokenHolder, told: Told, at: Date): void {
  const dates = coarseDates(facts, told.needs, at);
  const records = tokens.flatMap(({ cti, expiresAt }) => {
    const bytes = recordOf({ cti, dates }, told.needs);
    return bytes ? [{ bytes, expiresAt: expiresAt.getTime() }] : [];
  });
  if (records.length > 0) told.records.set(residentId, records);
  else if (!told.records.delete(residentId)) return;
  told.holdsUntil = 0;
}

/** The records that live, joined anew only where something was written or one has ended. */
function joinedOf(told: Told, at: number): Uint8Array {
  if (told.joined && at < told.holdsUntil) return told.joined;
  const all = [...told.records.values()].flat();
  const live = all.filter(({ expiresAt }) => expiresAt > at);
  told.holdsUntil = live.reduce((end, { expiresAt }) => Math.min(end, expiresAt), Infinity);
  return (told.joined = joinRecords(live.map(({ bytes }) => bytes)));
}

/** Makes, signs and keeps what regions share of their people. Source: RULES.md §9. */
export function evidencePublishing({
  reference,
  foreignPolicies,
  onTooLarge,
}: EvidencePublisherParts): EvidencePublishing {
  const held = new Map<string, Held>();

  /** What the receivers need of a region's people; those that need nothing are not there. */
  function receiversOf(issuer: string, at: Date): ReadonlyMap<string, EvidenceNeeds> {
    const { agreements, policies } = reference();
    const receivers = new Set(
      agreements.filter((one) => one.issuer === issuer).map(({ receiver }) => receiver),
    );
    const found = [...receivers].sort().flatMap((receiver) => {
      const agreement = agreementFor(agreements, receiver, issuer, at);
      if (!agreement) return [];
      const known = [...foreignPolicies(receiver), ...policies];
      const needs = needsOf(agreement, policyFor(known, receiver, at)?.rules ?? []);
      return needs.days.size > 0 ? [[receiver, needs] as const] : [];
    });
    return new Map(found);
  }

  async function readInto(tx: Transaction, region: string, at: Date): Promise<Held> {
    const needs = receiversOf(region, at);
    const madeFor = keyOf(needs);
    const source = tokenEvidence(tx, region);
    const before = held.get(region);
    held.delete(region); // until it is kept
    const { seen } = await readingPlace(tx);
    const tell = (holders: readonly TokenHolder[], told: Held['told']) => {
      for (const holder of holders) for (const one of told.values()) write(holder, one, at);
    };
    if (before?.madeFor === madeFor && at.getTime() - before.madeAt <= ANEW_MS) {
      const { asked, read } = readOn(before.read, at, seen);
      if (needs.size > 0) tell(await source.changed(asked, at), before.told);
      return { ...before, read };
    }
    const told = new Map(
      [...needs].map(([receiver, of]): [string, Told] => [
        receiver,
        {
          needs: of,
          records: new Map(),
          ...{ joined: null, holdsUntil: 0, signed: null, issuedAt: 0, refusedAt: 0 },
        },
      ]),
    );
    if (needs.size > 0) for await (const holders of source.all(at)) tell(holders, told);
    return { madeFor, madeAt: at.getTime(), read: { at, seen, allAt: at }, told };
  }

  /** What was shared before ages: verdicts by it are looked at by hand, and say since when. */
  function tooLarge(told: Told, issuer: string, receiver: string, at: Date): void {
    if (at.getTime() - told.refusedAt < RENEW_MS) return;
    told.refusedAt = at.getTime();
    onTooLarge?.(issuer, receiver);
  }

  async function signed(
    issuer: string,
    receiver: string,
    told: Told,
    at: Date,
    signer: Signer,
  ): Promise<readonly SignedList[]> {
    const records = joinedOf(told, at.getTime());
    const same = told.signed !== null && sameBytes(told.signed, records);
    if (same && at.getTime() - told.issuedAt < RENEW_MS) return [];
    if (records.length > RECORDS_MAX) {
      tooLarge(told, issuer, receiver, at);
      return [];
    }
    const life = { issuedAt: at, expiresAt: new Date(at.getTime() + LIFE_MS) };
    const list = { issuer, receiver, ...life, needs: told.needs, records };
    const bytes = await signSharedEvidence(list, signer);
    Object.assign(told, { signed: records, issuedAt: at.getTime() });
    return [{ name: evidenceName(receiver), kind: 'EVIDENCE', signed: bytes, issuedAt: at }];
  }

  async function publish(tx: Transaction, region: string, at: Date, signer: Signer | undefined) {
    const state = await readInto(tx, region, at);
    const lists: SignedList[] = [];
    for (const [receiver, told] of signer ? state.told : []) {
      if (signer) lists.push(...(await signed(region, receiver, told, at, signer)));
    }
    await signedLists(tx).keepEvidence(region, lists, [...state.told.keys()].map(evidenceName));
    held.set(region, state);
  }

  return {
    publish,
    forget: (region) => {
      held.delete(region);
    },
  };
}
