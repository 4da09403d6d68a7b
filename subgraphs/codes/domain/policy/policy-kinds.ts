import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import type { ProposalKind } from '../../../kit/proposal/proposal.ts';
import type { PolicyFault, PolicyVersion } from './draft.ts';
import { dryRunCounts } from './dry-run.ts';
import { lintPolicy } from './lint.ts';
import type { PolicyDraft, PolicyStore } from './policy-store.ts';
import { tryPolicy, type TryPorts } from './try-policy.ts';
import { gapAfter, inForce, stateOf } from './versions.ts';

/** Kinds of proposal about policies. */
export const POLICY_KINDS = { publish: 'POLICY', withdraw: 'POLICY_WITHDRAWAL' } as const;

/** Why all codes of a region are decided anew. */
type Reason = 'POLICY_PUBLISHED' | 'POLICY_WITHDRAWN';

/** What publishing and withdrawing need. */
export interface PolicyPorts extends TryPorts {
  readonly store: PolicyStore;
  readonly audit: AuditTrail;
  /** Sees to it that every code of a region is decided anew from an instant on. */
  readonly reevaluate: (region: string, reason: Reason, at: Date) => Promise<void>;
}

/** Faults that a refusal spells out. */
const FAULTS_SAID = 5;

/** Refuses a policy with faults, each with its place. @throws {DomainError} BAD_USER_INPUT */
export function refuseFaults(faults: readonly PolicyFault[]): void {
  if (faults.length === 0) return;
  const said = faults.slice(0, FAULTS_SAID).map(({ path, message }) => `${path}: ${message}`);
  const more = faults.length > FAULTS_SAID ? ` And ${faults.length - FAULTS_SAID} more.` : '';
  throw new DomainError('BAD_USER_INPUT', said.join(' ') + more, {
    fields: faults.map(({ path }) => `input.${path}`),
  });
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

/** The version that a draft would be, published at an instant. */
function versionOf(draft: PolicyDraft, versions: readonly PolicyVersion[], at: Date) {
  const { region, validTo, statusMaxAgeMinutes, rules } = draft;
  const version = Math.max(0, ...versions.map((one) => one.version)) + 1;
  const times = { validFrom: later(draft.validFrom, at), validTo, publishedAt: at };
  return { region, version, statusMaxAgeMinutes, rules, ...times, withdrawnAt: null };
}

/** Publication of a policy: one official proposes it, another approves. Source: RULES.md §5.3. */
export function policyKind(ports: PolicyPorts): ProposalKind {
  const { store, audit, now, reevaluate } = ports;

  async function ready(region: string, id: string) {
    const draft = await store.draft(id);
    if (draft?.region !== region) throw new DomainError('NOT_FOUND', 'No such policy.');
    const versions = await store.versions(region);
    refuseFaults(lintPolicy(draft, versions, now()));
    return { versions, next: versionOf(draft, versions, now()) };
  }

  return {
    ...{ kind: POLICY_KINDS.publish, otherAgency: false, validHours: 72 },
    rights: { propose: 'policy:propose', decide: 'policy:approve' },
    async dryRun(region, about) {
      const { versions, next } = await ready(region, about);
      const at = next.validFrom;
      const compared = { next, current: inForce(versions, at), at };
      return dryRunCounts(await tryPolicy(ports, region, compared));
    },
    async apply({ region, about, reason }) {
      await store.lock(region);
      const { next } = await ready(region, about);
      if (!(await store.publish(next))) {
        throw new DomainError('CONFLICT', 'Another version was published just now; try again.');
      }
      const { version, validFrom, validTo } = next;
      audit.note({
        ...{ region, action: 'POLICY_PUBLISHED', objectId: about, reason },
        detail: { version, validFrom: validFrom.toISOString() },
      });
      await reevaluate(region, 'POLICY_PUBLISHED', validFrom);
      if (validTo) await reevaluate(region, 'POLICY_PUBLISHED', validTo);
    },
  };
}

/** Withdrawal of a version, at once: what was in force before it is again. Source: RULES.md §5.3. */
export function policyWithdrawalKind(ports: PolicyPorts): ProposalKind {
  const { store, audit, now, reevaluate } = ports;

  async function ready(region: string, about: string) {
    const at = now();
    const versions = await store.versions(region);
    const version = versions.find((one) => String(one.version) === about);
    if (!version) {
      throw new DomainError('NOT_FOUND', 'The region has no such version.', {
        fields: ['input.version'],
      });
    }
    const state = stateOf(version, versions, at);
    if (state === 'WITHDRAWN' || state === 'ENDED') {
      throw new DomainError('ILLEGAL_TRANSITION', `This version is ${state}.`);
    }
    const others = versions.filter((one) => one !== version);
    const next = inForce(others, at);
    const leavesGap = gapAfter(others, at) !== null && gapAfter(versions, at) === null;
    if (next === null || leavesGap) {
      throw new DomainError('ILLEGAL_TRANSITION', 'No version would be in force then.');
    }
    return { version, next, current: inForce(versions, at), at };
  }

  return {
    ...{ kind: POLICY_KINDS.withdraw, otherAgency: false, validHours: 72 },
    rights: { propose: 'policy:propose', decide: 'policy:approve' },
    async dryRun(region, about) {
      return dryRunCounts(await tryPolicy(ports, region, await ready(region, about)));
    },
    async apply({ region, about, reason }) {
      // Whoever changes it beside this one has it from the same versions, and both may be wrong.
      await store.lock(region);
      const { version, at } = await ready(region, about);
      if (!(await store.withdraw(region, version.version, at))) {
        throw new DomainError('ILLEGAL_TRANSITION', 'This version is WITHDRAWN.');
      }
      audit.note({
        ...{ region, action: 'POLICY_WITHDRAWN', objectId: about, reason },
        detail: { version: version.version },
      });
      await reevaluate(region, 'POLICY_WITHDRAWN', at);
    },
  };
}
