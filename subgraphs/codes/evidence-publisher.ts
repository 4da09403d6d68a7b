import type { Transaction } from '../kit/scope/unit-of-work.ts';
import { coarseDates } from './domain/evidence/coarse-dates.ts';
import { needsOf, type EvidenceNeeds } from './domain/evidence/evidence-needs.ts';
import {
  packEvidence,
  signSharedEvidence,
  type SharedEntry,
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

/** What one receiver is told, in memory. */
interface Told {
  readonly needs: EvidenceNeeds;
  /** By resident. */
  readonly entries: Map<string, readonly (SharedEntry & { readonly expiresAt: Date })[]>;
  records: Uint8Array | null;
  issuedAt: number;
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
  const telling = [...dates.values()].some((day) => day !== null);
  const entries = telling ? tokens.map((token) => ({ ...token, dates })) : [];
  if (entries.length === 0) told.entries.delete(residentId);
  else told.entries.set(residentId, entries);
}

/** Makes, signs and keeps what regions share of their people. Source: RULES.md §9. */
export function evidencePublishing({
  reference,
  foreignPolicies,
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
        { needs: of, entries: new Map(), records: null, issuedAt: 0 },
      ]),
    );
    if (needs.size > 0) for await (const holders of source.all(at)) tell(holders, told);
    return { madeFor, madeAt: at.getTime(), read: { at, seen, allAt: at }, told };
  }

  async function signed(
    issuer: string,
    receiver: string,
    told: Told,
    at: Date,
    signer: Signer,
  ): Promise<readonly SignedList[]> {
    const live = [...told.entries.values()].flat().filter(({ expiresAt }) => expiresAt > at);
    const records = packEvidence(live, told.needs);
    const same = told.records !== null && sameBytes(told.records, records);
    if (same && at.getTime() - told.issuedAt < RENEW_MS) return [];
    const life = { issuedAt: at, expiresAt: new Date(at.getTime() + LIFE_MS) };
    const list = { issuer, receiver, ...life, needs: told.needs, records };
    const bytes = await signSharedEvidence(list, signer);
    Object.assign(told, { records, issuedAt: at.getTime() });
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
