import { randomBytes } from 'node:crypto';
import { clockAlarm } from '../kit/clock-alarm.ts';
import { openQueue } from '../kit/events/queue.ts';
import { refuseUnboundRole } from '../kit/database-role.ts';
import { withNation } from '../kit/identity.ts';
import { createLog } from '../kit/log.ts';
import { answers, openOrm } from '../kit/orm.ts';
import { unitOfWork } from '../kit/scope/unit-of-work.ts';
import { divisionBook } from '../kit/standards/gbt2260-data.ts';
import { newId } from '../kit/new-id.ts';
import { createSubgraph, type Subgraph } from '../kit/subgraph.ts';
import { clearing } from './clearing.ts';
import type { CodesConfig } from './config.ts';
import { composeContext } from './compose-context.ts';
import type { CodesContext } from './context.ts';
import { evidencePublishing } from './evidence-publisher.ts';
import { startListPublisher } from './list-publisher.ts';
import { openExchange } from './exchange/open-exchange.ts';
import { createRecognizer } from './domain/recognition/recognizer.ts';
import { replayWatch } from './domain/recognition/replay.ts';
import type { WithdrawnKey } from './domain/trust/key-withdrawal.ts';
import { openKeyFile, readTrustRoots, regionSigners } from './persistence/key-file.ts';
import { hmacTag, nodeVerify, nodeVerifyHolder } from './persistence/node-crypto.ts';
import { receiptSource } from './persistence/receipts.ts';
import { openReferenceData } from './persistence/reference-data.ts';
import { statusSource } from './persistence/status.source.ts';
import { storage } from './persistence/storage.ts';
import { verifyThreads } from './persistence/verify-threads.ts';
import { together } from './persistence/together.ts';
import { trustFloor } from './persistence/trust-floor.ts';
import { startRehearsing } from './rehearsal/worker.ts';
import { schemaParts } from './schema/index.ts';
import { startWorker } from './worker.ts';
import { startCounting } from './counting.ts';

/** How the subgraph is composed. */
export interface CodesOptions {
  /** Whether it takes events in, makes lists and fetches those of others, or leaves it to another process. Default: true. */
  readonly works?: boolean;
}

/**
 * Composes the codes subgraph without listening. Order: configuration, keys, database, recognition,
 * event consumer, schema.
 */
export async function createCodes(
  config: CodesConfig,
  { works = true }: CodesOptions = {},
): Promise<Subgraph> {
  const log = createLog('codes', config.logLevel);
  const now = () => new Date();
  const keyFile = openKeyFile(config.keysFile, (err) => {
    log.error({ err }, 'key file not read again');
  });
  const roots = await readTrustRoots(config.trustRootsFile);
  const orm = await openOrm(storage, config.databaseUrl, config.poolMax);
  await refuseUnboundRole(config.recognizeUrl, 'recognition');
  const verify = nodeVerify();
  const threads = verifyThreads((err) => {
    log.error({ err }, 'a thread that checks signatures failed');
  });
  const floor = trustFloor(config.trustFloorFile);
  // What other stacks say is opened with the trust list here, and then counts in it.
  const elsewhere: { withdrawnKeys: () => readonly WithdrawnKey[] } = { withdrawnKeys: () => [] };
  const reference = await openReferenceData({
    ...{ orm, roots, floor, verify, now, log },
    withdrawnElsewhere: () => elsewhere.withdrawnKeys(),
  });
  const keys = regionSigners(keyFile, () => reference.current().trust, now);
  const exchange = await openExchange({
    ...{ orm, reference: reference.current, keyFile, keys, roots, floor, verify, now, log },
    ownTrust: reference.ownTrust,
    everyMs: works ? config.exchangeMs : null,
  });
  elsewhere.withdrawnKeys = exchange.withdrawnKeys;
  await reference.reload();
  const statuses = statusSource(config.recognizeUrl, config.recognizePoolMax, now);
  const counts = startCounting({ orm, now, log });
  const onFault = (err: unknown) => {
    log.error({ err }, 'recognition fault');
  };
  const recognizer = createRecognizer({
    ...{ reference: reference.current, divisions: divisionBook, now },
    ...{ verify: threads.verify, verifyAll: threads.verifyAll },
    statuses: exchange.statuses(statuses),
    shared: exchange.shared.of,
    verifyHolder: nodeVerifyHolder(),
    replayed: replayWatch({ randomBytes: (length) => randomBytes(length), tag: hmacTag }),
    ...{ receiptsFor: receiptSource(keys, onFault), together },
    onVerdict: counts.count,
    onFault,
  });
  const queue = await openQueue(config.databaseUrl, log, works);
  const regions = () => [...reference.current().regions.keys()];
  const worker = works ? await startWorker({ orm, queue, now, newId, log, regions }) : null;
  const rehearsing = { orm, queue, roots, keysFile: config.keysFile, now, log };
  if (works) await startRehearsing({ ...rehearsing, reference: reference.current });
  const onClock = clockAlarm(log, 'database');
  const publishing = { orm, keys, reference: reference.current, now, log, onClock };
  const known = { reference: reference.current, foreignPolicies: exchange.shared.policiesOf };
  const evidence = evidencePublishing({ ...known, log });
  const expiring = clearing({ orm, ...known, now, log }).start();
  const lists = works ? startListPublisher({ ...publishing, evidence }) : null;
  const contextOf = composeContext({
    ...{ exchange, keys, keyFile, queue, recognizer, verify, roots, now },
    ...{ reference: reference.current, auditKey: config.auditKey },
  });

  return createSubgraph<CodesContext>({
    name: 'codes',
    log,
    ...schemaParts,
    reaches: () => answers(orm),
    routes: exchange.routes,
    open(identity, deadline) {
      // What happened in no region stands in the country's chain: for who reads the log of all of it.
      const scope = identity.scopes.includes('audit:read') ? withNation(identity) : identity;
      const { transaction, audit, commit, rollback } = unitOfWork(orm, scope, { deadline });
      return { context: contextOf({ identity, transaction, audit }), audit, commit, rollback };
    },
    async close() {
      await Promise.all([
        counts.stop(),
        expiring.stop(),
        worker?.stop(),
        lists?.stop(),
        exchange.stop(),
        queue.stop({ graceful: true, timeout: 5_000 }),
      ]);
      await Promise.all([reference.close(), statuses.close(), threads.close()]);
      await orm.close();
    },
  });
}
