import { randomBytes, randomInt } from 'node:crypto';
import { attempts } from '../kit/attempt/attempts.ts';
import { auditReads } from '../kit/audit/persistence/audit.reads.ts';
import { eventQueue, openQueue, sendInTransaction } from '../kit/events/queue.ts';
import { refuseUnboundRole } from '../kit/database-role.ts';
import { createLog } from '../kit/log.ts';
import { answers, openOrm } from '../kit/orm.ts';
import { proposalUseCases } from '../kit/proposal/decide.ts';
import { proposalStore } from '../kit/proposal/proposal.store.ts';
import { unitOfWork } from '../kit/scope/unit-of-work.ts';
import { divisionBook } from '../kit/standards/gbt2260-data.ts';
import { newId } from '../kit/new-id.ts';
import type { Page } from '../kit/page.ts';
import { createSubgraph, type Subgraph } from '../kit/subgraph.ts';
import type { CodesConfig } from './config.ts';
import { codeLoaders, type CodesContext } from './context.ts';
import { evidencePublishing } from './evidence-publisher.ts';
import { startListPublisher } from './list-publisher.ts';
import { acceptanceKind, offerKind } from './domain/agreement/agreement-kinds.ts';
import type { AgreementPorts } from './domain/agreement/agreement-ports.ts';
import { agreementUseCases } from './domain/agreement/agreements.ts';
import { openExchange } from './exchange/open-exchange.ts';
import { issueUseCases } from './domain/code/issue-code.ts';
import { sandboxCodeUseCases } from './domain/sandbox/sandbox-codes.ts';
import { specimenRecognizer } from './domain/sandbox/recognize-specimen.ts';
import { specimenUseCases } from './domain/code/specimen.ts';
import { standingOf } from './domain/code/standing.ts';
import { createRecognizer } from './domain/recognition/recognizer.ts';
import { replayWatch } from './domain/recognition/replay.ts';
import { policyUseCases } from './domain/policy/policies.ts';
import {
  policyKind,
  policyWithdrawalKind,
  type PolicyPorts,
} from './domain/policy/policy-kinds.ts';
import { policyFor } from './domain/policy/versions.ts';
import { setAsideUseCases } from './domain/set-aside/set-aside-use-cases.ts';
import { fetchConversionUseCases } from './domain/exchange/fetch-conversion.ts';
import { offlineListUseCases } from './domain/lists/offline-lists.ts';
import { statisticsUseCases } from './domain/statistics/statistics.ts';
import { agreementCounts } from './persistence/agreement-counts.ts';
import { agreementStore } from './persistence/agreement.store.ts';
import { verificationTotals } from './domain/statistics/verification-totals.ts';
import { AttemptRow } from './persistence/attempt.entity.ts';
import { keyWithdrawalKind } from './domain/trust/key-withdrawal.ts';
import { codeStore } from './persistence/code.store.ts';
import { bringConversion } from './persistence/conversion-courier.ts';
import { chunkLeaves } from './persistence/decision-chunk.store.ts';
import { openKeyFile, readTrustRoots, regionSigners, rootKeys } from './persistence/key-file.ts';
import { keyWithdrawals } from './persistence/key-withdrawal.store.ts';
import { hmacTag, nodeVerify, nodeVerifyHolder, sha256 } from './persistence/node-crypto.ts';
import { policyStore } from './persistence/policy.store.ts';
import { ProposalRow } from './persistence/proposal.entity.ts';
import { receiptSource } from './persistence/receipts.ts';
import { openReferenceData } from './persistence/reference-data.ts';
import { planReevaluation, reevaluationsOf } from './persistence/reevaluation.store.ts';
import { setAsideStore } from './persistence/set-aside.store.ts';
import { signedLists } from './persistence/signed-list.store.ts';
import { statisticsStore } from './persistence/statistics.store.ts';
import { statusSource } from './persistence/status.source.ts';
import { storage } from './persistence/storage.ts';
import { tokenSigner } from './persistence/token-signer.ts';
import { verifyThreads } from './persistence/verify-threads.ts';
import { trustFloor } from './persistence/trust-floor.ts';
import { verificationTotalsStore } from './persistence/verification-count.store.ts';
import { regionParts } from './region-parts.ts';
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
  const reference = await openReferenceData({ orm, roots, floor, verify, now, log });
  const keys = regionSigners(keyFile, () => reference.current().trust, now);
  const exchange = await openExchange({
    ...{ orm, reference: reference.current, keyFile, keys, roots, floor, verify, now, log },
    everyMs: works ? config.exchangeMs : null,
  });
  const statuses = statusSource(config.recognizeUrl, config.recognizePoolMax, now);
  const counts = startCounting({ orm, now, log });
  const recognizer = createRecognizer({
    ...{ reference: exchange.reference, divisions: divisionBook, verify: threads.verify, now },
    statuses: exchange.statuses(statuses),
    shared: exchange.shared.of,
    verifyHolder: nodeVerifyHolder(),
    replayed: replayWatch({ randomBytes: (length) => randomBytes(length), tag: hmacTag }),
    receiptFor: receiptSource(keys),
    onVerdict: counts.count,
    onFault: (err) => {
      log.error({ err }, 'recognition fault');
    },
  });
  const queue = await openQueue(config.databaseUrl, log, works);
  const regions = () => [...reference.current().regions.keys()];
  const worker = works ? await startWorker({ orm, queue, now, newId, log, regions }) : null;
  const rehearsing = { orm, queue, roots, keysFile: config.keysFile, now, log };
  if (works) await startRehearsing({ ...rehearsing, reference: reference.current });
  const regionCases = regionParts({ queue, keyFile, keys, reference: reference.current, now });
  const publishing = { orm, keys, reference: reference.current, now, log };
  const evidence = evidencePublishing({
    ...{ reference: reference.current, foreignPolicies: exchange.shared.policiesOf },
  });
  const lists = works ? startListPublisher({ ...publishing, evidence }) : null;
  const trust = () => reference.current().trust;
  const signToken = tokenSigner(keys);

  return createSubgraph<CodesContext>({
    name: 'codes',
    log,
    ...schemaParts,
    reaches: () => answers(orm),
    routes: exchange.routes,
    open(identity, deadline) {
      const { transaction, audit, commit, rollback } = unitOfWork(orm, identity, { deadline });
      const codes = codeStore(transaction);
      const issuing = issueUseCases({
        ...{ store: codes, audit, now, signToken },
        randomBytes: (length) => randomBytes(length),
        randomBelow: (below) => randomInt(below),
      });
      const specimenPorts = {
        ...{ audit, now, newId, randomBytes: (length: number) => randomBytes(length) },
        signer: (region: string, at: Date) => keys.signer(region, 'specimen', at),
      };
      const specimens = specimenUseCases(specimenPorts);
      const sandbox = {
        ...sandboxCodeUseCases({ ...specimenPorts, reference: exchange.reference }),
        ...specimenRecognizer({
          ...{ reference: exchange.reference, divisions: divisionBook, verify, now },
          verifyHolder: nodeVerifyHolder(),
        }),
      };
      const standing = standingOf({
        ...{ evidenceOf: codes.evidenceOf, now },
        policyInForce: (region, at) => policyFor(reference.current().policies, region, at),
      });
      const auditLog = auditReads(transaction, [config.auditKey], now);
      const withdrawal = keyWithdrawalKind({
        ...{ store: keyWithdrawals(transaction, now), now, trust },
      });
      const agreementPorts: AgreementPorts = {
        ...{ store: agreementStore(transaction), counts: agreementCounts(transaction) },
        ...{ audit, now, trust, verify },
        isRegion: (id) => reference.current().regions.has(id),
        policyKey: (region) => keys.signer(region, 'policy'),
      };
      const policyPorts: PolicyPorts = {
        ...{ store: policyStore(transaction), audit, now },
        reevaluate: (region, reason, at) =>
          planReevaluation(transaction, { region, id: newId(region) }, reason, at),
      };
      const proposals = proposalUseCases({
        store: proposalStore(transaction, ProposalRow),
        kinds: [
          ...[withdrawal, policyKind(policyPorts), policyWithdrawalKind(policyPorts)],
          ...[offerKind(agreementPorts), acceptanceKind(agreementPorts)],
        ],
        ...{ audit, now, newId },
      });
      const policies = policyUseCases({
        ...{ store: policyPorts.store, now, newId, propose: proposals.propose },
      });
      const agreements = agreementUseCases({
        ...{ ...agreementPorts, newId, propose: proposals.propose },
      });
      const setAside = setAsideUseCases({
        ...{ store: setAsideStore(transaction), audit },
        sendAgain: async ({ producer, region, id: eventId }) => {
          await sendInTransaction(queue, await transaction(), eventQueue(producer), {
            ...{ region, eventId },
          });
        },
      });
      const bulk = {
        ...{ chunkLeaves: chunkLeaves(transaction), setAside },
        statistics: statisticsUseCases({ store: statisticsStore(transaction), now }),
        verifications: verificationTotals({ store: verificationTotalsStore(transaction), now }),
        reevaluations: (region: string, page: Page) => reevaluationsOf(transaction, region, page),
      };
      const offlineLists = offlineListUseCases({
        ...{ store: signedLists(transaction), reference: reference.current, sha256 },
        ...{ divisions: divisionBook, trustRoots: rootKeys(roots) },
      });
      const conversion = fetchConversionUseCases({
        ...{ ground: reference.current, ask: exchange.ask, verify, audit, now },
        signer: (region) => keys.signer(region, 'evidence'),
        bring: async (came, at) => bringConversion(await transaction(), came, at),
        randomBytes: (length) => randomBytes(length),
      });
      const decisions = { codes, issuing, specimens, sandbox, standing, recognizer, offlineLists };
      const shared = {
        identity,
        ...decisions,
        conversion,
        policies,
        agreements,
        proposals,
        auditLog,
      };
      return {
        context: {
          ...{ ...shared, ...bulk, ...codeLoaders(codes), reference: reference.current },
          ...regionCases(transaction, audit),
          attempts: attempts(transaction, AttemptRow, identity, now),
        },
        audit,
        commit,
        rollback,
      };
    },
    async close() {
      await Promise.all([
        counts.stop(),
        worker?.stop(),
        lists?.stop(),
        exchange.stop(),
        queue.stop({ graceful: true, timeout: 5_000 }),
      ]);
      reference.close();
      await Promise.all([statuses.close(), threads.close()]);
      await orm.close();
    },
  });
}
