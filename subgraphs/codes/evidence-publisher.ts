import type { Log } from '../kit/log.ts';
import type { Transaction } from '../kit/scope/unit-of-work.ts';
import { coarseDates } from './domain/evidence/coarse-dates.ts';
import { evidenceBook, type EvidenceBook } from './domain/evidence/evidence-book.ts';
import { needsOf, type EvidenceNeeds } from './domain/evidence/evidence-needs.ts';
import { recordSize } from './domain/evidence/evidence-records.ts';
import { EVIDENCE_RECORDS_MAX, signSharedEvidence } from './domain/evidence/shared-evidence.ts';
import { policyFor, type PolicyTerm } from './domain/policy/versions.ts';
import { agreementFor } from './domain/recognition/agreement.ts';
import type { ReferenceData } from './domain/recognition/reference.ts';
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
  readonly log: Log;
  /** Longest records that are signed, in bytes. Default: what receivers take. */
  readonly longest?: number;
}

/** Sharing what is known of a region's people. */
export interface EvidencePublishing {
  /** Brings what a region shares up to date, within a transaction that holds its lists. */
  publish(tx: Transaction, region: string, at: Date, signer: Signer | undefined): Promise<void>;
  /** Forgets what is in memory: it may be ahead of what was kept. */
  forget(region: string): void;
}

/**
 * How often a list is signed anew although nothing changed, in milliseconds: it says that. Also how often
 * is said that one is too large.
 */
const RENEW_MS = 60_000;
/** How often all people are read again, in milliseconds: days pass, stays begin. */
const ANEW_MS = 3_600_000;
/** How long a list lives. What is older than a policy allows counts for nothing long before. */
const LIFE_MS = 86_400_000;

/** What one receiver is told, in memory. */
interface Told {
  readonly needs: EvidenceNeeds;
  readonly book: EvidenceBook;
  /** Of the list that was signed last; null: none was yet. */
  records: Uint8Array | null;
  issuedAt: number;
  /** When the log was told that the list is too large; 0: it was not yet. */
  alarmedAt: number;
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

function write({ tokens, facts }: TokenHolder, { needs, book }: Told, at: Date): void {
  const dates = coarseDates(facts, needs, at);
  for (const token of tokens) book.write(token, token.isWithdrawn ? null : dates);
}

/** Makes, signs and keeps what regions share of their people. Source: RULES.md §9. */
export function evidencePublishing({
  reference,
  foreignPolicies,
  log,
  longest = EVIDENCE_RECORDS_MAX,
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
    const people = tokenEvidence(tx, region);
    const before = held.get(region);
    held.delete(region); // until it is kept
    const { seen } = await readingPlace(tx);
    const tell = async (source: AsyncIterable<readonly TokenHolder[]>, told: Held['told']) => {
      if (told.size === 0) return;
      for await (const holders of source) {
        for (const holder of holders) for (const one of told.values()) write(holder, one, at);
      }
    };
    if (before?.madeFor === madeFor && at.getTime() - before.madeAt <= ANEW_MS) {
      const { asked, read } = readOn(before.read, at, seen);
      await tell(people.changed(asked, at), before.told);
      return { ...before, read };
    }
    const told = new Map(
      [...needs].map(([receiver, of]): [string, Told] => [
        receiver,
        { needs: of, book: evidenceBook(of), records: null, issuedAt: 0, alarmedAt: 0 },
      ]),
    );
    await tell(people.all(at), told);
    return { madeFor, madeAt: at.getTime(), read: { at, seen, allAt: at }, told };
  }

  /** Whether records are longer than any receiver takes; the log says so once a minute. */
  function isTooLarge(region: string, receiver: string, told: Told, of: Uint8Array, at: Date) {
    if (of.length <= longest) return false;
    if (at.getTime() - told.alarmedAt >= RENEW_MS) {
      const tokens = of.length / recordSize(told.needs);
      const list = { region, receiver, tokens, bytes: of.length, longest };
      log.error({ alarm: 'EVIDENCE_TOO_LARGE', ...list }, 'evidence is too large to be shared');
      told.alarmedAt = at.getTime();
    }
    return true;
  }

  async function signed(
    issuer: string,
    receiver: string,
    told: Told,
    at: Date,
    signer: Signer,
  ): Promise<readonly SignedList[]> {
    const records = told.book.records(at);
    if (told.records === records && at.getTime() - told.issuedAt < RENEW_MS) return [];
    if (isTooLarge(issuer, receiver, told, records, at)) return [];
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
