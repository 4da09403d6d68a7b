import { startOfDay } from '../../../kit/standards/shanghai-day.ts';
import type { CodeState } from '../code/health-code.ts';
import { LIFE_MS, type IssuedKind } from '../code/issued-token.ts';
import type { Color } from '../color/color.ts';
import { bytesOfHex, hexOf } from '../token/bytes.ts';
import { placeAt, uriOf, type StatusListId } from './place.ts';
import { allGreen, setStatus, type ListedStatus } from './status-bits.ts';

/** How one token stands now. */
export interface TokenStanding {
  readonly kind: IssuedKind;
  /** Calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly statusIndex: number;
  readonly cti: Uint8Array;
  readonly expiresAt: Date;
  /** Of its code. */
  readonly state: CodeState;
  readonly color: Color | null;
  /** When time alone may change the color. */
  readonly lookAgainAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** One list as it stands. */
export interface BookedList {
  readonly id: StatusListId;
  readonly expiresAt: Date;
  readonly bits: Uint8Array;
}

/** The status lists of one issuer, kept up to date as its tokens change. */
export interface StatusBook {
  /** A day and part on which tokens were issued, even if all of them are green. */
  open(list: Omit<StatusListId, 'issuer'>): void;
  write(standing: TokenStanding, now: Date): void;
  /**
   * Tokens that a list calls "ask" only because the time of another look had come: the look may change
   * nothing of the code but when the next one is, and is seen nowhere else.
   */
  awaitingLook(): readonly Uint8Array[];
  /** Lists with an unexpired token, at an instant; the others are dropped. */
  lists(now: Date): readonly BookedList[];
  /** Whether a list changed, or a token was withdrawn, since changes were last taken. */
  hasChanged(): boolean;
  /** Subjects of the lists that changed since they were last taken; taking forgets them. */
  takeChanged(): ReadonlySet<string>;
  /** Withdrawn tokens that have not expired, in the order of their bytes. */
  withdrawn(now: Date): readonly Uint8Array[];
}

const DAY_MS = 86_400_000;

function awaitsLook({ lookAgainAt }: TokenStanding, now: Date): boolean {
  return lookAgainAt !== null && lookAgainAt <= now;
}

/** What a list says of a token. Source: DESIGN.md §6, Status lists. */
export function listedOf(standing: TokenStanding, now: Date): ListedStatus {
  const { state, color, withdrawnAt } = standing;
  if (withdrawnAt !== null || state !== 'ACTIVE' || color === null) return 'ASK';
  return awaitsLook(standing, now) ? 'ASK' : color;
}

function isVoid({ withdrawnAt, state }: TokenStanding): boolean {
  return withdrawnAt !== null || state === 'WITHDRAWN';
}

/** An empty book. */
export function statusBook(issuer: string): StatusBook {
  const lists = new Map<string, BookedList>();
  const changed = new Set<string>();
  const withdrawn = new Map<string, Date>();
  const awaiting = new Map<string, Date>();
  let withdrew = false;

  function listFor(id: StatusListId): BookedList {
    const uri = uriOf(id);
    const known = lists.get(uri);
    if (known) return known;
    const until = startOfDay(id.issuedOn).getTime() + DAY_MS + LIFE_MS[id.kind];
    const made = { id, expiresAt: new Date(until), bits: allGreen() };
    lists.set(uri, made);
    changed.add(uri);
    return made;
  }

  return {
    open(list) {
      listFor({ issuer, ...list });
    },
    write(standing, now) {
      const { kind, issuedOn, statusIndex, cti, expiresAt } = standing;
      const { list: id, place } = placeAt({ issuer, kind, issuedOn }, statusIndex);
      const list = listFor(id);
      if (setStatus(list.bits, place, listedOf(standing, now))) changed.add(uriOf(id));
      const token = hexOf(cti);
      if (awaitsLook(standing, now)) awaiting.set(token, expiresAt);
      else awaiting.delete(token);
      if (!isVoid(standing) || withdrawn.has(token)) return;
      withdrawn.set(token, expiresAt);
      withdrew = true;
    },
    awaitingLook: () => [...awaiting.keys()].map(bytesOfHex),
    lists(now) {
      for (const [cti, expiresAt] of awaiting) if (expiresAt <= now) awaiting.delete(cti);
      for (const [uri, { expiresAt }] of lists) {
        if (expiresAt > now) continue;
        lists.delete(uri);
        changed.delete(uri);
      }
      return [...lists.values()];
    },
    hasChanged: () => changed.size > 0 || withdrew,
    takeChanged() {
      const taken = new Set(changed);
      changed.clear();
      withdrew = false;
      return taken;
    },
    withdrawn(now) {
      for (const [cti, expiresAt] of withdrawn) if (expiresAt <= now) withdrawn.delete(cti);
      return [...withdrawn.keys()].sort().map(bytesOfHex);
    },
  };
}
