import DataLoader from 'dataloader';
import type { AttemptContext } from '../kit/attempt/replay.ts';
import type { ProposalContext } from '../kit/proposal/proposal.resolver.ts';
import type {
  accountAdministration,
  AdministeredAccounts,
} from './domain/account-administration.ts';
import type { accountEntry } from './domain/account-entry.ts';
import type { accountUseCases } from './domain/account.ts';
import type { AgencyStore, agencyUseCases } from './domain/agency.ts';
import type { exportUseCases } from './domain/bulk-export.ts';
import type { conversionUseCases } from './domain/conversion.ts';
import type { Division, DivisionStore } from './domain/division.ts';
import type { guardianshipUseCases } from './domain/guardianships.ts';
import type { GuardianshipStore } from './domain/guardianship-store.ts';
import type { registrationUseCases } from './domain/registration.ts';
import type { Resident } from './domain/resident.ts';
import type { ResidentReads } from './domain/resident-store.ts';
import type { revealUseCases } from './domain/reveal.ts';

/** What resolvers of this subgraph reach: use cases, reads and loaders of one request. */
export interface ResidentsContext extends ProposalContext, AttemptContext {
  readonly registration: ReturnType<typeof registrationUseCases>;
  readonly guardianship: ReturnType<typeof guardianshipUseCases>;
  readonly guardianships: Pick<GuardianshipStore, 'renewals'>;
  readonly conversion: ReturnType<typeof conversionUseCases>;
  readonly accounts: ReturnType<typeof accountUseCases>;
  readonly entry: ReturnType<typeof accountEntry>;
  readonly administration: ReturnType<typeof accountAdministration>;
  readonly administered: AdministeredAccounts;
  readonly agencies: ReturnType<typeof agencyUseCases>;
  readonly agencyStore: AgencyStore;
  readonly revealing: ReturnType<typeof revealUseCases>;
  readonly exporting: ReturnType<typeof exportUseCases>;
  readonly residents: ResidentReads;
  readonly divisions: DivisionStore;
  readonly residentById: DataLoader<string, Resident | null>;
  readonly divisionByCode: DataLoader<string, Division | null>;
}

/** Loads residents of one request in one query. */
export function residentLoader(residents: ResidentReads): DataLoader<string, Resident | null> {
  return new DataLoader((ids) => residents.findMany(ids));
}

/** Loads divisions of one request. */
export function divisionLoader(divisions: DivisionStore): DataLoader<string, Division | null> {
  return new DataLoader((codes) => divisions.findMany(codes));
}
