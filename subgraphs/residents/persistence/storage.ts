import type { Storage } from '../../kit/orm.ts';
import { AccountRow } from './account.entity.ts';
import { AgencyRow } from './agency.entity.ts';
import { AttemptRow } from './attempt.entity.ts';
import { ConsentRow } from './consent.entity.ts';
import { ConversionImportRow, ConversionOfferRow } from './conversion.entity.ts';
import { DivisionRow } from './division.entity.ts';
import { ResidentEventRow } from './event.entity.ts';
import { GuardianOfferRow } from './guardian-offer.entity.ts';
import { KeyRingRow } from './key-ring.entity.ts';
import { migrations } from './migrations/index.ts';
import { SCHEMA } from './names.ts';
import { ProposalRow } from './proposal.entity.ts';
import { ResidentRow } from './resident.entity.ts';

/** Everything residents keeps in the database. */
export const storage: Storage = {
  schema: SCHEMA,
  entities: [
    ...[ResidentRow, ConsentRow, AccountRow, AgencyRow, DivisionRow, ResidentEventRow],
    ...[KeyRingRow, ProposalRow, AttemptRow, ConversionOfferRow, ConversionImportRow],
    GuardianOfferRow,
  ],
  migrations,
};
