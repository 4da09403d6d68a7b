import { DomainError } from '../../../kit/domain-error.ts';
import type { ProposalKind } from '../../../kit/proposal/proposal.ts';
import type { Agreement } from '../recognition/agreement.ts';
import { countersign, signAgreement } from '../recognition/signed-agreement.ts';
import { refuseTerms, signerOf, versionsOf, type AgreementPorts } from './agreement-ports.ts';
import { agreementCounts, dryRun } from './dry-run.ts';
import type { ReadAgreement } from './known-agreements.ts';
import { lintTerms } from './lint-terms.ts';
import { agreementState, nextVersion } from './standing.ts';
import { agreementId, keyOfAgreement, termsOf } from './terms.ts';

/** Kinds of proposal about agreements: the receiver offers, the issuer accepts. */
export const AGREEMENT_KINDS = { offer: 'AGREEMENT', accept: 'AGREEMENT_ACCEPTANCE' } as const;

const TWO_PEOPLE = {
  rights: { propose: 'agreement:manage', decide: 'agreement:manage' },
  ...{ otherAgency: false, validHours: 72 },
};

function wasChanged() {
  return new DomainError('CONFLICT', 'Another version was signed just now; try again.');
}

/** An offer of the receiver: one official proposes its terms, another approves. Source: RULES.md §8. */
export function offerKind(ports: AgreementPorts): ProposalKind {
  const { store, counts, audit, now, isRegion } = ports;

  async function ready(region: string, id: string) {
    const draft = await store.draft(id);
    if (draft?.receiver !== region) throw new DomainError('NOT_FOUND', 'No such agreement.');
    const terms = termsOf(draft);
    const versions = await versionsOf(terms, ports);
    refuseTerms(lintTerms(terms, { isRegion, versions, now: now() }));
    return { terms, versions, signer: signerOf(region, ports) };
  }

  return {
    ...{ kind: AGREEMENT_KINDS.offer, ...TWO_PEOPLE },
    async dryRun(region, about) {
      const { terms, versions } = await ready(region, about);
      return agreementCounts(await dryRun(terms, versions, counts, now()));
    },
    async apply({ region, about, reason }) {
      const { terms, versions, signer } = await ready(region, about);
      const agreement: Agreement = { ...terms, version: nextVersion(versions) };
      if (!(await store.add(agreement, await signAgreement(agreement, [signer])))) {
        throw wasChanged();
      }
      audit.note({
        ...{ region, action: 'AGREEMENT_OFFERED', objectId: agreementId(agreement), reason },
        detail: { mode: agreement.mode, validFrom: agreement.validFrom.toISOString() },
      });
    },
  };
}

/** Acceptance by the issuer: again one official and another. Source: RULES.md §8. */
export function acceptanceKind(ports: AgreementPorts): ProposalKind {
  const { store, counts, audit, now } = ports;

  async function ready(region: string, about: string) {
    const key = keyOfAgreement(about);
    const versions = key?.issuer === region ? await versionsOf(key, ports) : [];
    const offer = versions.find(({ agreement }) => agreementId(agreement) === about);
    if (!offer) throw new DomainError('NOT_FOUND', 'No such offer.', { fields: ['input.id'] });
    const state = agreementState(offer, versions, now());
    if (state !== 'OFFERED' || !offer.read) {
      throw new DomainError('ILLEGAL_TRANSITION', `This agreement is ${state}.`);
    }
    const others = versions.filter((one) => one !== offer);
    return { offer, read: offer.read, others, signer: signerOf(region, ports) };
  }

  function counted(terms: Agreement, others: readonly ReadAgreement[]) {
    return dryRun(terms, others, counts, now());
  }

  return {
    ...{ kind: AGREEMENT_KINDS.accept, ...TWO_PEOPLE },
    async dryRun(region, about) {
      const { offer, others } = await ready(region, about);
      return agreementCounts(await counted(offer.agreement, others));
    },
    async apply({ region, about, reason }) {
      const { offer, read, signer } = await ready(region, about);
      const signed = await countersign(read, signer);
      if (!(await store.replace(offer.agreement, offer.stored.signed, signed))) throw wasChanged();
      audit.note({
        ...{ region, action: 'AGREEMENT_ACCEPTED', objectId: about, reason },
        detail: { validFrom: offer.agreement.validFrom.toISOString() },
      });
    },
  };
}
