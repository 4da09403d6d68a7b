import { randomBytes } from 'node:crypto';
import DataLoader from 'dataloader';
import type { AuditTrail } from '../kit/audit/trail.ts';
import type { AppendEvents } from '../kit/events/outbox.ts';
import type { Transaction } from '../kit/scope/unit-of-work.ts';
import { outbreakUseCases } from './domain/venue/outbreak.ts';
import { withdrawalUseCases } from './domain/venue/outbreak-withdrawal.ts';
import { venueUseCases } from './domain/venue/venue.ts';
import { visitUseCases } from './domain/venue/visit.ts';
import { outbreakStore } from './persistence/outbreak.store.ts';
import { venueStore, visitStore } from './persistence/venue.store.ts';
import { withdrawalStore } from './persistence/withdrawal.store.ts';
import { SECRET_BYTES, venueMac } from './venue-mac.ts';

/** What venues need of the process. */
export interface VenueParts {
  readonly appendEvents: AppendEvents;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
  readonly isDivision: (code: string) => boolean;
}

/** Composes venues, visits and outbreaks for requests. */
export function composeVenues({ appendEvents, now, newId, isDivision }: VenueParts) {
  const newSecret = () => randomBytes(SECRET_BYTES);
  const mac = venueMac;

  return (transaction: Transaction, audit: AuditTrail) => {
    const kept = venueStore(transaction);
    const visits = visitStore(transaction);
    const outbreaks = outbreakStore(transaction, { appendEvents, newId });
    const common = { audit, now, newId };
    const declaring = outbreakUseCases({ store: outbreaks, venues: kept, ...common });
    const withdrawals = withdrawalStore(transaction, { appendEvents, newId });
    const withdrawing = withdrawalUseCases({ store: withdrawals, audit, now });
    const visiting = visitUseCases({
      ...{ store: visits, venues: kept, ...common, mac },
      tell: declaring.tellOf,
    });
    const managing = venueUseCases({ store: kept, ...common, newSecret, mac, isDivision });
    return {
      ...{ kept, visits, outbreaks, managing, visiting, declaring, withdrawing },
      /** Loaders of one request: one query for a page of visits or of outbreaks. */
      name: new DataLoader<string, string | null>((ids) => kept.names(ids)),
      contacts: new DataLoader<string, number>((ids) => outbreaks.contactCounts(ids)),
    };
  };
}

/** Venues as a request has them. */
export type Venues = ReturnType<ReturnType<typeof composeVenues>>;
