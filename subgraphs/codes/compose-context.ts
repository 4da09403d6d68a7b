import { randomBytes, randomInt, type KeyObject } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import { attempts } from '../kit/attempt/attempts.ts';
import { auditReads } from '../kit/audit/persistence/audit.reads.ts';
import type { CollectedNotes } from '../kit/audit/notes.ts';
import { eventQueue, sendInTransaction } from '../kit/events/queue.ts';
import type { Identity } from '../kit/identity.ts';
import { lazyParts, type Makers } from '../kit/lazy-parts.ts';
import { newId } from '../kit/new-id.ts';
import type { Page } from '../kit/page.ts';
import { proposalUseCases } from '../kit/proposal/decide.ts';
import { proposalStore } from '../kit/proposal/proposal.store.ts';
import type { Transaction } from '../kit/scope/unit-of-work.ts';
import { divisionBook } from '../kit/standards/gbt2260-data.ts';
import { codeLoaders, type CodesContext } from './context.ts';
import { acceptanceKind, offerKind } from './domain/agreement/agreement-kinds.ts';
import type { AgreementPorts } from './domain/agreement/agreement-ports.ts';
import { agreementUseCases } from './domain/agreement/agreements.ts';
import { issueUseCases } from './domain/code/issue-code.ts';
import { specimenUseCases } from './domain/code/specimen.ts';
import { standingOf } from './domain/code/standing.ts';
import { fetchConversionUseCases } from './domain/exchange/fetch-conversion.ts';
import { offlineListUseCases } from './domain/lists/offline-lists.ts';
import { policyUseCases } from './domain/policy/policies.ts';
import {
  policyKind,
  policyWithdrawalKind,
  type PolicyPorts,
} from './domain/policy/policy-kinds.ts';
import { policyFor } from './domain/policy/versions.ts';
import type { Recognizer } from './domain/recognition/recognizer.ts';
import type { CurrentReference } from './domain/recognition/reference.ts';
import { specimenRecognizer } from './domain/sandbox/recognize-specimen.ts';
import { sandboxCodeUseCases } from './domain/sandbox/sandbox-codes.ts';
import { setAsideUseCases } from './domain/set-aside/set-aside-use-cases.ts';
import { statisticsUseCases } from './domain/statistics/statistics.ts';
import { verificationTotals } from './domain/statistics/verification-totals.ts';
import type { Verify } from './domain/token/keys.ts';
import { keyWithdrawalKind } from './domain/trust/key-withdrawal.ts';
import type { Exchange } from './exchange/open-exchange.ts';
import { agreementCounts } from './persistence/agreement-counts.ts';
import { agreementStore } from './persistence/agreement.store.ts';
import { AttemptRow } from './persistence/attempt.entity.ts';
import { codeStore } from './persistence/code.store.ts';
import { bringConversion } from './persistence/conversion-courier.ts';
import { chunkLeaves } from './persistence/decision-chunk.store.ts';
import {
  rootKeys,
  type KeyFile,
  type RegionSigners,
  type TrustRoots,
} from './persistence/key-file.ts';
import { keyWithdrawals } from './persistence/key-withdrawal.store.ts';
import { nodeVerifyHolder, sha256 } from './persistence/node-crypto.ts';
import { policyStore } from './persistence/policy.store.ts';
import { ProposalRow } from './persistence/proposal.entity.ts';
import { planReevaluation, reevaluationsOf } from './persistence/reevaluation.store.ts';
import { setAsideStore } from './persistence/set-aside.store.ts';
import { signedLists } from './persistence/signed-list.store.ts';
import { statisticsStore } from './persistence/statistics.store.ts';
import { tokenSigner } from './persistence/token-signer.ts';
import { verificationTotalsStore } from './persistence/verification-count.store.ts';
import { regionParts } from './region-parts.ts';

/** What use cases need of the process. */
export interface ProcessParts {
  readonly reference: CurrentReference;
  readonly exchange: Pick<Exchange, 'ask'>;
  readonly recognizer: Recognizer;
  readonly keys: RegionSigners;
  readonly keyFile: KeyFile;
  readonly roots: TrustRoots;
  readonly queue: PgBoss;
  readonly verify: Verify;
  readonly auditKey: KeyObject;
  readonly now: () => Date;
}

/** What use cases need of their request. */
interface RequestParts {
  readonly identity: Identity;
  readonly transaction: Transaction;
  readonly audit: CollectedNotes;
}

/** Parts that others are made of. */
interface InnerParts {
  readonly regionCases: ReturnType<ReturnType<typeof regionParts>>;
  readonly loaders: ReturnType<typeof codeLoaders>;
  readonly specimenPorts: Parameters<typeof specimenUseCases>[0];
  readonly agreementPorts: AgreementPorts;
  readonly policyPorts: PolicyPorts;
}

type Parts = Omit<CodesContext, 'identity'> & InnerParts;
type SomeMakers = Partial<Makers<RequestParts, Parts>>;

const bytes = (length: number) => randomBytes(length);

/** Codes and what is recognized. */
function codeParts({ reference, keys, verify, recognizer, roots, now }: ProcessParts) {
  const signToken = tokenSigner(keys);
  const recognizing = { reference, divisions: divisionBook, verify, now };
  const specimensOf = specimenRecognizer({ ...recognizing, verifyHolder: nodeVerifyHolder() });
  const trustRoots = rootKeys(roots);
  return {
    recognizer: () => recognizer,
    reference: () => reference,
    codes: ({ transaction }) => codeStore(transaction),
    loaders: ({ codes }) => codeLoaders(codes),
    codeById: ({ loaders }) => loaders.codeById,
    codeByResident: ({ loaders }) => loaders.codeByResident,
    issuing: ({ codes, audit }) =>
      issueUseCases({
        ...{ store: codes, audit, now, signToken, randomBytes: bytes },
        randomBelow: (below) => randomInt(below),
      }),
    specimenPorts: ({ audit }) => ({
      ...{ audit, now, newId, randomBytes: bytes },
      signer: (region, at) => keys.signer(region, 'specimen', at),
    }),
    specimens: ({ specimenPorts }) => specimenUseCases(specimenPorts),
    sandbox: ({ specimenPorts }) => ({
      ...sandboxCodeUseCases({ ...specimenPorts, reference }),
      ...specimensOf,
    }),
    standing: ({ codes }) =>
      standingOf({
        ...{ evidenceOf: codes.evidenceOf, now },
        policyInForce: (region, at) => policyFor(reference().policies, region, at),
      }),
    offlineLists: ({ transaction }) =>
      offlineListUseCases({
        ...{ store: signedLists(transaction), reference, sha256, now },
        ...{ divisions: divisionBook, trustRoots },
      }),
  } satisfies SomeMakers;
}

/** What regions agree on and decide: policies, agreements, keys. */
function regionDecisionParts(parts: ProcessParts) {
  const { reference, exchange, keys, verify, now } = parts;
  const trust = () => reference().trust;
  const regionsOf = regionParts(parts);
  return {
    agreementPorts: ({ transaction, audit }) => ({
      ...{ store: agreementStore(transaction), counts: agreementCounts(transaction) },
      ...{ audit, now, trust, verify },
      isRegion: (id) => reference().regions.has(id),
      policyKey: (region) => keys.signer(region, 'policy'),
    }),
    policyPorts: ({ transaction, audit }) => ({
      ...{ store: policyStore(transaction), audit, now, newId },
      reevaluate: (region, reason, at) =>
        planReevaluation(transaction, { region, id: newId(region) }, reason, at),
    }),
    proposals: ({ transaction, audit, agreementPorts, policyPorts }) =>
      proposalUseCases({
        store: proposalStore(transaction, ProposalRow),
        kinds: [
          keyWithdrawalKind({ store: keyWithdrawals(transaction, now), now, trust }),
          ...[policyKind(policyPorts), policyWithdrawalKind(policyPorts)],
          ...[offerKind(agreementPorts), acceptanceKind(agreementPorts)],
        ],
        ...{ audit, now, newId },
      }),
    policies: ({ policyPorts, proposals }) =>
      policyUseCases({ store: policyPorts.store, now, newId, propose: proposals.propose }),
    agreements: ({ agreementPorts, proposals }) =>
      agreementUseCases({ ...agreementPorts, newId, propose: proposals.propose }),
    conversion: ({ transaction, audit }) =>
      fetchConversionUseCases({
        ...{ ground: reference, ask: exchange.ask, verify, audit, now, randomBytes: bytes },
        signer: (region) => keys.signer(region, 'evidence'),
        bring: async (came, at) => bringConversion(await transaction(), came, at),
      }),
    regionCases: ({ transaction, audit }) => regionsOf(transaction, audit),
    standings: ({ regionCases }) => regionCases.standings,
    rehearsals: ({ regionCases }) => regionCases.rehearsals,
  } satisfies SomeMakers;
}

/** What is counted, looked up and sent again. */
function recordParts({ queue, auditKey, now }: ProcessParts) {
  return {
    auditLog: ({ transaction }) => auditReads(transaction, [auditKey], now),
    chunkLeaves: ({ transaction }) => chunkLeaves(transaction),
    setAside: ({ transaction, audit }) =>
      setAsideUseCases({
        ...{ store: setAsideStore(transaction), audit },
        sendAgain: async ({ producer, region, id: eventId }) => {
          await sendInTransaction(queue, await transaction(), eventQueue(producer), {
            ...{ region, eventId },
          });
        },
      }),
    statistics: ({ transaction }) =>
      statisticsUseCases({ store: statisticsStore(transaction), now }),
    verifications: ({ transaction }) =>
      verificationTotals({ store: verificationTotalsStore(transaction), now }),
    reevaluations:
      ({ transaction }) =>
      (region: string, page: Page) =>
        reevaluationsOf(transaction, region, page),
    attempts: ({ transaction, identity }) => attempts(transaction, AttemptRow, identity, now),
  } satisfies SomeMakers;
}

/** Composes what resolvers reach, for one request after the other. */
export function composeContext(parts: ProcessParts): (request: RequestParts) => CodesContext {
  return lazyParts<RequestParts, Parts>({
    ...codeParts(parts),
    ...regionDecisionParts(parts),
    ...recordParts(parts),
  });
}
