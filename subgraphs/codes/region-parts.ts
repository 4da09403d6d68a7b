import type { PgBoss } from 'pg-boss';
import type { AuditTrail } from '../kit/audit/trail.ts';
import { newId } from '../kit/new-id.ts';
import { divisionBook } from '../kit/standards/gbt2260-data.ts';
import type { Transaction } from '../kit/scope/unit-of-work.ts';
import type { CurrentReference } from './domain/recognition/reference.ts';
import { regionUseCases } from './domain/region/region-standing.ts';
import { rehearsalUseCases } from './domain/rehearsal/rehearse.ts';
import { agreementStore } from './persistence/agreement.store.ts';
import type { KeyFile, RegionSigners } from './persistence/key-file.ts';
import { nodeVerify } from './persistence/node-crypto.ts';
import { rehearsalStore } from './persistence/rehearsal.store.ts';
import { signedLists } from './persistence/signed-list.store.ts';
import { rehearsalSender } from './rehearsal/worker.ts';
import { theirsKnownHere } from './rehearsal/rehearsal.ts';
import { readList } from './trust.ts';

/** What looking at regions and rehearsing them needs of the process. */
export interface RegionProcessParts {
  readonly queue: PgBoss;
  readonly keyFile: KeyFile;
  readonly keys: RegionSigners;
  readonly reference: CurrentReference;
  readonly now: () => Date;
}

/** Use cases of a region's way into recognition, within one request's transaction. */
export function regionParts({ queue, keyFile, keys, reference, now }: RegionProcessParts) {
  const verify = nodeVerify();
  const send = rehearsalSender(queue);

  function held(region: string) {
    const own = keyFile.keys().filter((key) => key.region === region);
    return own.map(({ use, signer: { kid }, notBefore, notAfter }) => ({
      ...{ kid, use, notBefore, notAfter },
    }));
  }

  return (tx: Transaction, audit: AuditTrail) => {
    const lists = signedLists(tx);
    const rehearsals = rehearsalStore(tx);
    return {
      standings: regionUseCases({
        ...{ reference, held, verify, rehearsals, now, agreements: agreementStore(tx) },
        heldRegions: () => [...new Set(keyFile.keys().map(({ region }) => region))].toSorted(),
        covers: (root, code) => divisionBook.covers(root, code),
        statedAt: (regions) => lists.statedAt(regions),
        async digestOf(version) {
          const signed = await lists.trustList(version);
          return (signed && readList(signed)?.digest) ?? null;
        },
      }),
      rehearsals: rehearsalUseCases({
        ...{ store: rehearsals, audit, reference, now, newId, theirs: theirsKnownHere },
        hasSpecimenKey: (region) => keys.signer(region, 'specimen') !== undefined,
        send: (rehearsal) => send(tx, rehearsal),
      }),
    };
  };
}
