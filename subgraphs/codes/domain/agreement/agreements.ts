import { allowedActions, refuseIf, type AllowedAction } from '../../../kit/allowed-action.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import { requireFreshSignIn, requireRegion, type Identity } from '../../../kit/identity.ts';
import type { Page, Rows } from '../../../kit/page.ts';
import type { Proposal } from '../../../kit/proposal/proposal.ts';
import { checkedReason } from '../../../kit/reason.ts';
import type { Agreement } from '../recognition/agreement.ts';
import { signAgreementWithdrawal } from '../recognition/agreement-withdrawal.ts';
import type { SignedBy } from '../recognition/signed-agreement.ts';
import { againstAccepting, againstWithdrawing, withdrawingSide } from './agreement-actions.ts';
import { AGREEMENT_KINDS } from './agreement-kinds.ts';
import { refuseTerms, signerOf, versionsOf, type AgreementPorts } from './agreement-ports.ts';
import { dryRun, type AgreementDryRun } from './dry-run.ts';
import { openAll, type ReadAgreement } from './known-agreements.ts';
import { lintTerms } from './lint-terms.ts';
import { agreementState, type AgreementState } from './standing.ts';
import {
  agreementId,
  keyOfAgreement,
  type AgreementDraft,
  type AgreementFault,
  type AgreementKey,
  type Terms,
} from './terms.ts';

/** A version as the graph shows it to somebody. */
export interface ShownAgreement extends Agreement {
  readonly id: string;
  readonly state: AgreementState;
  readonly signedBy: SignedBy;
  readonly withdrawnBy: string | null;
  readonly allowedActions: readonly AllowedAction[];
}

/** What terms would do, and what is wrong with them. */
export interface Trial extends AgreementDryRun {
  readonly faults: readonly AgreementFault[];
}

/** What use cases of agreements need besides. */
export interface AgreementUsePorts extends AgreementPorts {
  readonly newId: (region: string) => string;
  /** Makes a proposal: see kit/proposal. */
  readonly propose: (
    kind: string,
    region: string,
    about: string,
    reason: string,
    by: Identity,
  ) => Promise<Proposal>;
}

const SECOND_MS = 1_000;

/** Terms as they are signed: instants are whole seconds. */
function inSeconds({ validFrom, validTo, ...terms }: Terms): Terms {
  const floor = (at: Date) => new Date(Math.floor(at.getTime() / SECOND_MS) * SECOND_MS);
  return { ...terms, validFrom: floor(validFrom), validTo: floor(validTo) };
}

function notFound() {
  return new DomainError('NOT_FOUND', 'No such agreement.', { fields: ['id'] });
}

/** Use cases of agreements. */
export function agreementUseCases(ports: AgreementUsePorts) {
  const { store, counts, audit, now, newId, propose, isRegion } = ports;

  function shown(one: ReadAgreement, pair: readonly ReadAgreement[], by: Identity): ShownAgreement {
    const { agreement, signedBy, withdrawnBy } = one;
    const state = agreementState(one, pair, now());
    return {
      ...{ ...agreement, id: agreementId(agreement), state, signedBy, withdrawnBy },
      allowedActions: allowedActions({
        proposeAgreementAcceptance: () => againstAccepting(agreement, state, by, ports),
        withdrawAgreement: () => againstWithdrawing(agreement, state, by, ports),
      }),
    };
  }

  async function pairOf(key: AgreementKey) {
    const pair = await versionsOf(key, ports);
    return { pair, one: pair.find(({ agreement }) => agreement.version === key.version) ?? null };
  }

  return {
    /** What terms would do, with what is wrong with them. @throws {DomainError} REGION_OUT_OF_SCOPE */
    async trial(given: Terms, by: Identity): Promise<Trial> {
      requireRegion(by, given.receiver);
      const terms = inSeconds(given);
      const versions = await versionsOf(terms, ports);
      const faults = lintTerms(terms, { isRegion, versions, now: now() });
      return { faults, ...(await dryRun(terms, versions, counts, now())) };
    },

    /**
     * Proposes to offer terms to an issuer.
     * @throws {DomainError} STEP_UP_REQUIRED, REGION_OUT_OF_SCOPE, BAD_USER_INPUT, CONFLICT
     */
    async proposeOffer(given: Terms, reason: string, by: Identity): Promise<Proposal> {
      requireFreshSignIn(by, now());
      requireRegion(by, given.receiver);
      const terms = inSeconds(given);
      const versions = await versionsOf(terms, ports);
      refuseTerms(lintTerms(terms, { isRegion, versions, now: now() }));
      const draft: AgreementDraft = { ...terms, id: newId(terms.receiver), createdAt: now() };
      await store.addDraft(draft);
      return propose(AGREEMENT_KINDS.offer, terms.receiver, draft.id, reason, by);
    },

    /**
     * Proposes to accept an offer, in the name of its issuer.
     * @throws {DomainError} STEP_UP_REQUIRED, REGION_OUT_OF_SCOPE, BAD_USER_INPUT, NOT_FOUND,
     *   ILLEGAL_TRANSITION, CONFLICT
     */
    async proposeAcceptance(id: string, reason: string, by: Identity): Promise<Proposal> {
      const key = keyOfAgreement(id);
      if (!key) throw notFound();
      return propose(AGREEMENT_KINDS.accept, key.issuer, id, reason, by);
    },

    /**
     * Withdraws a version, or refuses an offer, at once and alone. Source: RULES.md §8.6.
     * @throws {DomainError} NOT_FOUND, SCOPE_MISSING, REGION_OUT_OF_SCOPE, STEP_UP_REQUIRED,
     *   ILLEGAL_TRANSITION, CONFLICT, BAD_USER_INPUT
     */
    async withdraw(id: string, given: string, by: Identity): Promise<ShownAgreement> {
      const key = keyOfAgreement(id);
      const { pair, one } = key ? await pairOf(key) : { pair: [], one: null };
      if (!key || !one) throw notFound();
      const state = agreementState(one, pair, now());
      refuseIf(againstWithdrawing(key, state, by, ports));
      const reason = checkedReason(given);
      const side = withdrawingSide(key, by, ports);
      const signed = await signAgreementWithdrawal(
        { ...key, withdrawnAt: now() },
        signerOf(side, ports),
      );
      if (!(await store.withdraw({ ...key, side, signed }))) {
        throw new DomainError('ILLEGAL_TRANSITION', 'This agreement is WITHDRAWN.');
      }
      const isRefusal = side === key.issuer && !one.signedBy.issuer;
      const action = isRefusal ? 'AGREEMENT_REFUSED' : 'AGREEMENT_WITHDRAWN';
      audit.note({ ...{ region: side, action, objectId: id, reason }, detail: { state } });
      return this.find(id, by);
    },

    /** Versions with a region on either side, or of all regions; newest first within a pair. */
    async list(region: string | null, page: Page, by: Identity): Promise<Rows<ShownAgreement>> {
      const { rows, total } = await store.list(region, page);
      const pairs = new Map(
        rows.map(({ receiver, issuer }) => [`${receiver} ${issuer}`, { receiver, issuer }]),
      );
      const known = await openAll(await store.ofPairs([...pairs.values()]), ports);
      const byId = new Map(known.map((one) => [agreementId(one.agreement), one]));
      const found = rows
        .map((key) => byId.get(agreementId(key)))
        .filter((one) => one !== undefined);
      const pairFor = ({ receiver, issuer }: Agreement) =>
        known.filter(
          ({ agreement }) => agreement.receiver === receiver && agreement.issuer === issuer,
        );
      return { rows: found.map((one) => shown(one, pairFor(one.agreement), by)), total };
    },

    /** One version. @throws {DomainError} NOT_FOUND */
    async find(id: string, by: Identity): Promise<ShownAgreement> {
      const key = keyOfAgreement(id);
      const { pair, one } = key ? await pairOf(key) : { pair: [], one: null };
      if (!one) throw notFound();
      return shown(one, pair, by);
    },

    /** Terms as they were proposed. @throws {DomainError} NOT_FOUND */
    async draft(id: string, by: Identity): Promise<AgreementDraft> {
      const draft = await store.draft(id);
      if (draft && by.regions.includes(draft.receiver)) return draft;
      throw notFound();
    },
  };
}
