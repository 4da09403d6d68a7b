import type { Storage } from '../../kit/orm.ts';
import { AttemptRow } from './attempt.entity.ts';
import { BulletinRow, RiskAreaRow } from './bulletin.entity.ts';
import { TravelEventRow } from './event.entity.ts';
import { ExposureRow, ExposureRunRow } from './exposure.entity.ts';
import { migrations } from './migrations/index.ts';
import { SCHEMA } from './names.ts';
import { ProposalRow } from './proposal.entity.ts';
import { StayRow } from './stay.entity.ts';
import { TripRow } from './trip.entity.ts';
import { OutbreakContactRow, OutbreakRow, VenueRow, VenueVisitRow } from './venue.entity.ts';

/** Everything travel-history keeps in the database. */
export const storage: Storage = {
  schema: SCHEMA,
  entities: [
    ...[StayRow, TravelEventRow, AttemptRow, ProposalRow, TripRow],
    ...[VenueRow, VenueVisitRow, OutbreakRow, OutbreakContactRow],
    ...[BulletinRow, RiskAreaRow, ExposureRow, ExposureRunRow],
  ],
  migrations,
};
