import { attempts } from '../kit/attempt/attempts.ts';
import { eventQueue, openQueue } from '../kit/events/queue.ts';
import { createOutbox } from '../kit/events/outbox.ts';
import { createBlindIndex } from '../kit/keys/blind-index.ts';
import { createFieldCipher } from '../kit/keys/field-cipher.ts';
import { keyRing } from '../kit/keys/key-ring.ts';
import { createLog } from '../kit/log.ts';
import { answers, openOrm } from '../kit/orm.ts';
import { proposalUseCases } from '../kit/proposal/decide.ts';
import { proposalStore } from '../kit/proposal/proposal.store.ts';
import { rescoped, unitOfWork } from '../kit/scope/unit-of-work.ts';
import { divisionBook } from '../kit/standards/gbt2260-data.ts';
import { newId } from '../kit/new-id.ts';
import { createSubgraph, type Subgraph } from '../kit/subgraph.ts';
import { clearing } from './clearing.ts';
import type { ResidentsConfig } from './config.ts';
import { divisionLoader, residentLoader, type ResidentsContext } from './context.ts';
import { accountAdministration } from './domain/account-administration.ts';
import { accountEntry } from './domain/account-entry.ts';
import { accountUseCases } from './domain/account.ts';
import { agencyUseCases } from './domain/agency.ts';
import { bulkExportKind, exportUseCases } from './domain/bulk-export.ts';
import { conversionUseCases } from './domain/conversion.ts';
import { guardianshipUseCases } from './domain/guardianships.ts';
import { registrationUseCases } from './domain/registration.ts';
import { revealUseCases } from './domain/reveal.ts';
import { accountStore, enteredAccounts } from './persistence/account.store.ts';
import { administeredAccounts } from './persistence/administered-accounts.store.ts';
import { agencyStore } from './persistence/agency.store.ts';
import { agreementCodes } from './persistence/agreement-codes.ts';
import { announcing } from './persistence/announce.ts';
import { AttemptRow } from './persistence/attempt.entity.ts';
import { conversionSeal } from './persistence/conversion-seal.ts';
import { conversionStore } from './persistence/conversion.store.ts';
import { divisionStore } from './persistence/division.store.ts';
import { ResidentEventRow } from './persistence/event.entity.ts';
import { guardianshipStore } from './persistence/guardianship.store.ts';
import { ProposalRow } from './persistence/proposal.entity.ts';
import { keyRingStore } from './persistence/key-ring.store.ts';
import { residentStore } from './persistence/resident.store.ts';
import { storage } from './persistence/storage.ts';
import { lapsing } from './lapsing.ts';
import { rightsEndWith } from './rights-lease.ts';
import { schemaParts } from './schema/index.ts';

/** Composes the residents subgraph without listening. Order: configuration, keys, stores, use cases, schema. */
export async function createResidents(config: ResidentsConfig): Promise<Subgraph> {
  const log = createLog('residents', config.logLevel);
  const orm = await openOrm(storage, config.databaseUrl, config.poolMax);
  const keysOrm = await openOrm(storage, config.databaseUrl, 2);
  const ring = keyRing({
    store: keyRingStore(keysOrm),
    wrapper: config.keyWrapper,
    firstIndexKey: config.indexKey,
  });
  await ring.index(); // a key that cannot be opened keeps the process from starting
  const queue = await openQueue(config.databaseUrl, log, false);
  const now = () => new Date();
  const expiring = clearing({ orm, now, log }).start();
  const parts = {
    cipher: createFieldCipher(ring),
    documentIndex: createBlindIndex(ring),
    appendEvents: announcing(
      queue,
      createOutbox(queue, eventQueue('residents'), ResidentEventRow, now),
    ),
    newId,
  };
  const ending = lapsing({
    ...{ orm, now, log, store: (tx) => guardianshipStore(tx, parts) },
    registrars: (tx) => divisionStore(tx).registrars(),
  }).start();

  return createSubgraph<ResidentsContext>({
    name: 'residents',
    log,
    ...schemaParts,
    reaches: () => answers(orm),
    open(identity, deadline) {
      const { transaction, audit, commit, rollback } = unitOfWork(orm, identity, { deadline });
      const residents = residentStore(transaction, parts);
      const divisions = divisionStore(transaction);
      const registrarOf = async (division: string) =>
        divisionBook.nearestOf(new Set(await divisions.registrars()), division);
      const inNameOf = <T>(region: string, id: string, work: () => Promise<T>) => {
        const other = { regions: [region], residents: [id], subject: 'conversion' };
        return rescoped(transaction, { own: identity, other }, work);
      };
      const wards = guardianshipStore(transaction, parts);
      const registration = registrationUseCases({
        ...{ store: { ...residents, ...wards }, audit, now, newId, registrarOf, inNameOf },
      });
      const registrars = divisions.registrars;
      const agencies = agencyStore(transaction);
      const administered = administeredAccounts(transaction, identity.regions);
      const proposalPorts = { store: proposalStore(transaction, ProposalRow), audit, now, newId };
      const proposals = proposalUseCases({ ...proposalPorts, kinds: [bulkExportKind(residents)] });
      const administration = accountAdministration({
        ...{ store: administered, agencies, divisions: divisionBook, audit, now },
      });
      const context: ResidentsContext = {
        ...{ identity, residents, divisions, administered, administration, proposals },
        agencyStore: agencies,
        agencies: agencyUseCases(agencies, audit),
        revealing: revealUseCases({ store: residents, audit }),
        exporting: exportUseCases({ store: residents, audit, now, proposal: proposals.find }),
        attempts: attempts(transaction, AttemptRow, identity, now),
        registration,
        guardianship: guardianshipUseCases({
          ...{ store: wards, codes: agreementCodes, audit, now, newId, inNameOf },
        }),
        guardianships: wards,
        conversion: conversionUseCases({
          ...{ store: conversionStore(transaction, inNameOf), residents, registration },
          ...{ seal: conversionSeal, audit, now, newId },
        }),
        entry: accountEntry(enteredAccounts(transaction), audit),
        accounts: accountUseCases(accountStore(transaction), divisionBook, registrars, now),
        residentById: residentLoader(residents),
        divisionByCode: divisionLoader(divisions),
      };
      return { context, audit, commit: rightsEndWith(commit, audit), rollback };
    },
    async close() {
      await expiring.stop();
      await ending.stop();
      await queue.stop({ graceful: false });
      await keysOrm.close();
      await orm.close();
    },
  });
}
