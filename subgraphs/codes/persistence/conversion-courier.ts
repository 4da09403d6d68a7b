import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOfQuery, run } from '../../kit/query.ts';
import type { SealedRegistration } from '../domain/exchange/conversion.ts';

/** An offer that was given out, and whether it was for the first time. */
export interface TakenOffer extends SealedRegistration {
  readonly residentId: string;
  readonly first: boolean;
}

interface Columns {
  readonly resident_id: string;
  readonly sealed: Buffer;
  readonly expires_at: Date | string;
  readonly first: boolean;
}

/** Takes an offer where residents keeps it, by the one function that gives it out. */
export async function takeOffer(
  em: EntityManager,
  offer: { readonly offerId: string; readonly issuer: string; readonly receiver: string },
  at: Date,
): Promise<TakenOffer | null> {
  const { offerId, issuer, receiver } = offer;
  const [row] = await rowsOfQuery<Columns>(
    em,
    'select * from residents.take_conversion($1, $2, $3, $4)',
    [issuer, offerId, receiver, at],
  );
  if (!row) return null;
  const { resident_id: residentId, sealed, expires_at: expiresAt, first } = row;
  return { offerId, residentId, sealed, expiresAt: new Date(expiresAt), first };
}

/** Brings what came of another region to where it is imported, by the one function that takes it. */
export async function bringConversion(
  em: EntityManager,
  came: SealedRegistration & { readonly issuer: string; readonly receiver: string },
  at: Date,
): Promise<void> {
  const { offerId, sealed, expiresAt, issuer, receiver } = came;
  await run(em, 'select residents.bring_conversion($1, $2, $3, $4, $5, $6)', [
    ...[receiver, offerId, issuer, Buffer.from(sealed), expiresAt, at],
  ]);
}
