import type { AuditTrail } from '../../kit/audit/trail.ts';
import { DomainError } from '../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../kit/identity.ts';
import { conversionText, readConversionText, type ConversionText } from './conversion-text.ts';
import { checkDesk, type registrationUseCases } from './registration.ts';
import type { AtDesk, Consent, Particulars, Resident } from './resident.ts';
import type { HiddenIdentities } from './reveal.ts';

/** How long an offer holds, in milliseconds. Source: RULES.md §6.2. */
export const OFFER_MS = 15 * 60_000;

/** What goes from one region to another: identity, and nothing of health. */
export type ConvertedIdentity = Pick<
  Particulars,
  'name' | 'documentType' | 'documentNumber' | 'birthDate' | 'phone'
>;

/** An offer as it is kept: sealed under a secret that is kept nowhere. */
export interface ConversionOffer {
  readonly region: string;
  readonly id: string;
  readonly residentId: string;
  readonly receiver: string;
  readonly sealed: Uint8Array;
  readonly offeredAt: Date;
  readonly expiresAt: Date;
}

/** What another region gave for an offer, sealed as it was there. */
export interface ArrivedConversion {
  readonly issuer: string;
  readonly sealed: Uint8Array;
  readonly expiresAt: Date;
  /** What came of it; null while it was not imported. */
  readonly imported: ImportedConversion | null;
}

/** Which registration was made of what arrived, and the account that brought the text. */
export interface ImportedConversion {
  readonly residentId: string;
  readonly by: string;
}

/** Offers and what arrived for those of other regions, kept. */
export interface ConversionStore {
  /** Replaces an earlier offer of the same registration: there is one at a time. */
  offer(offer: ConversionOffer): Promise<void>;
  /** Whoever asks after the same waits until this one's transaction ends. */
  arrived(region: string, offerId: string): Promise<ArrivedConversion | null>;
  markImported(region: string, offerId: string, made: ImportedConversion): Promise<void>;
}

/** Seals an identity under an offer's secret; it opens for this offer and receiver alone. */
export interface ConversionSeal {
  newSecret(): string;
  seal(identity: ConvertedIdentity, place: ConversionText): Uint8Array;
  /** Null when it does not open. */
  open(sealed: Uint8Array, place: ConversionText): ConvertedIdentity | null;
}

/** What was offered, and the text that takes it over; shown once. */
export interface OfferedConversion {
  readonly id: string;
  readonly receiver: string;
  readonly text: string;
  readonly expiresAt: Date;
}

/** What the use cases need. */
export interface ConversionPorts {
  readonly store: ConversionStore;
  readonly residents: HiddenIdentities & { addConsent(consent: Consent): Promise<void> };
  readonly registration: ReturnType<typeof registrationUseCases>;
  readonly seal: ConversionSeal;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
}

/** What is given with a text: where the person stays, and whose ward it is. */
export interface ImportedStay {
  readonly division: string;
  readonly guardianId: string | null;
}

function wrongText(field: string, message: string): DomainError {
  return new DomainError('BAD_USER_INPUT', message, { fields: [`input.${field}`] });
}

/** Use cases of taking a registration to another region. Source: DESIGN.md §6, Modes; RULES.md §6. */
export function conversionUseCases(ports: ConversionPorts) {
  const { store, residents, registration, seal, audit, now, newId } = ports;

  async function consented(resident: Resident, { consent }: AtDesk, at: Date, by: Identity) {
    const { region, id: residentId } = resident;
    await residents.addConsent({
      ...{ region, id: newId(region), residentId, method: consent },
      ...{ recordedAt: at, recordedBy: by.subject },
    });
  }

  /** A text makes one registration: whoever made it may ask again, nobody else. */
  async function madeBefore({ residentId, by }: ImportedConversion, asks: Identity) {
    const made = by === asks.subject ? await residents.find(residentId) : null;
    if (made) {
      audit.note({ region: made.region, action: 'RESIDENT_FOUND', residentId });
      return made;
    }
    throw new DomainError('CONFLICT', 'This text was used before.', { fields: ['input.text'] });
  }

  return {
    /**
     * Offers a registration to another region: the person's own act, or an official's at a desk
     * with the consent recorded. Nothing leaves by it; that takes an agreement, when the receiver asks.
     * @throws {DomainError} NOT_FOUND, FORBIDDEN, BAD_USER_INPUT, ILLEGAL_TRANSITION
     */
    async offer(residentId: string, receiver: string, by: Identity, desk: AtDesk | null = null) {
      const region = requireResident(by, residentId);
      if (desk) checkDesk(desk, by);
      else if (by.kind !== 'RESIDENT') {
        throw wrongText('desk', 'An official says how the person agreed.');
      }
      if (!/^\d{6}$/.test(receiver) || receiver === region) {
        throw wrongText('receiver', 'A registration goes to another region.');
      }
      const resident = await residents.find(residentId);
      const hidden = await residents.hidden(residentId);
      if (!resident || !hidden) throw new DomainError('NOT_FOUND', 'No such resident.');
      if (resident.state !== 'REGISTERED') {
        throw new DomainError('ILLEGAL_TRANSITION', 'Only a registration that counts is taken on.');
      }
      const at = now();
      const place = { offerId: newId(region), issuer: region, receiver, secret: seal.newSecret() };
      const { documentType, birthDate } = resident;
      const expiresAt = new Date(at.getTime() + OFFER_MS);
      await store.offer({
        ...{ region, id: place.offerId, residentId, receiver, offeredAt: at, expiresAt },
        sealed: seal.seal({ ...hidden, documentType, birthDate }, place),
      });
      if (desk) await consented(resident, desk, at, by);
      audit.note({
        ...{ region, action: 'CONVERSION_OFFERED', residentId, objectId: place.offerId },
        detail: { receiver, atDesk: desk !== null },
      });
      const text = conversionText(place);
      return { id: place.offerId, receiver, text, expiresAt } satisfies OfferedConversion;
    },

    /**
     * Registers whoever brings a text of another region, once the receiver has fetched what was
     * offered. A text that was not fetched, is over or does not open is not found: one answer to all.
     * The same text again gives the same to the same account, and nothing to another.
     * @throws {DomainError} BAD_USER_INPUT, NOT_FOUND, CONFLICT, and what registering throws
     */
    async import(text: string, stay: ImportedStay, by: Identity, desk: AtDesk | null = null) {
      const region = await registration.regionOf(stay.division, by);
      const place = readConversionText(text);
      if (!place) throw wrongText('text', 'This is no text of another region.');
      const { receiver, offerId, issuer } = place;
      if (region !== receiver) {
        throw wrongText('division', 'This text is for another region.');
      }
      const arrived = await store.arrived(receiver, offerId);
      const holds = arrived?.issuer === issuer && now() < arrived.expiresAt;
      const identity = holds ? seal.open(arrived.sealed, place) : null;
      if (!arrived || !identity) {
        throw new DomainError('NOT_FOUND', 'Nothing is offered by this text.', {
          fields: ['input.text'],
        });
      }
      if (arrived.imported) return madeBefore(arrived.imported, by);
      const made = await registration.register({ ...identity, ...stay }, by, desk, issuer);
      await store.markImported(receiver, offerId, { residentId: made.id, by: by.subject });
      return made;
    },
  };
}
