import type { Page, Rows } from '../../kit/page.ts';
import type { Guardian, Guardianship } from './guardianship.ts';
import type { Consent, Resident } from './resident.ts';
import type { Guardians } from './resident-store.ts';

/** A person's own agreement to a guardian, in a code that whoever it is given to brings. */
export interface GuardianOffer {
  readonly region: string;
  /** Who agrees. */
  readonly residentId: string;
  /** Of the code, which is kept nowhere. */
  readonly codeHash: Uint8Array;
  readonly offeredAt: Date;
  /** Exclusive. */
  readonly expiresAt: Date;
}

/** Guardianships, kept. */
export interface GuardianshipStore extends Guardians {
  find(id: string): Promise<Resident | null>;
  addConsent(consent: Consent): Promise<void>;
  /**
   * Lets somebody begin to act for a ward in place of what stood before, with the event; false when
   * something else stands by now. Atomic.
   */
  begin(ward: Resident, guardian: Guardian, until: Date, at: Date): Promise<boolean>;
  /** Ends what stands, with the event; false when something else stands by now. Atomic. */
  end(ward: Resident, at: Date): Promise<boolean>;
  /** Notes that a renewal was asked for, or what became of it; false as in {@link begin}. */
  saveRenewal(ward: Resident, next: Guardianship): Promise<boolean>;
  /** Wards whose renewal waits, the longest waiting first. */
  renewals(region: string | null, page: Page): Promise<Rows<Resident>>;
  /** Replaces an earlier offer of the same person. */
  offer(offer: GuardianOffer): Promise<void>;
  /** Takes an offer away, once; the registration that made it, null when none holds. Atomic. */
  takeOffer(region: string, codeHash: Uint8Array, at: Date): Promise<string | null>;
}
