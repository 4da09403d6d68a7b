import type { AuditTrail } from '../../../kit/audit/trail.ts';
import type { Color } from '../color/color.ts';
import { decideColor, type Decision } from '../color/decide-color.ts';
import { factsOf, type Evidence } from '../color/events-to-facts.ts';
import type { Policy } from '../color/policy.ts';
import type { CodeState, ColorDecision, HealthCode } from './health-code.ts';

/** What an approved registration tells codes of its holder. */
export interface Registration {
  readonly maskedName: string;
  readonly birthMonthDay: string;
  readonly heldByProxy: boolean;
}

/** An event of a producer, read. */
export type Incoming =
  | { readonly kind: 'REGISTRATION'; readonly registration: Registration }
  | { readonly kind: 'EVIDENCE'; readonly evidence: Evidence }
  /** Kept for a rule of a later policy; no rule reads it now. */
  | { readonly kind: 'OTHER' };

/** Where an event stands: region and id, and whom it concerns. */
export interface EventKey {
  readonly region: string;
  readonly id: string;
  readonly residentId: string;
}

/** Codes, evidence and decisions, kept. */
export interface IntakeStore {
  /** The resident's code, made when there is none, locked until the transaction ends. */
  lockedCode(region: string, residentId: string, at: Date): Promise<HealthCode>;
  /** Keeps an event under its id; false when it was taken in before. */
  keep(event: EventKey): Promise<boolean>;
  evidenceOf(code: HealthCode): Promise<readonly Evidence[]>;
  setRegistration(code: HealthCode, registration: Registration): Promise<HealthCode>;
  /** The version in force; null when the region has published none. */
  policyInForce(region: string, at: Date): Promise<Policy | null>;
  /** Adds a decision and makes the code follow it. */
  saveDecision(decision: ColorDecision): Promise<void>;
  /** Notes when time alone may change the decision, and sees to it that it is looked at then. */
  saveNextLook(code: HealthCode, lookAgainAt: Date | null): Promise<void>;
}

/** What taking in needs besides the store. */
export interface IntakePorts {
  readonly store: IntakeStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly newId: (region: string) => string;
}

interface Standing {
  readonly state: CodeState;
  readonly color: Color | null;
}

function standingOf(decision: Decision): Standing {
  return decision.state === 'ACTIVE'
    ? { state: 'ACTIVE', color: decision.color }
    : { state: 'SUSPENDED', color: null };
}

/** A code waits for its first reviewed declaration; only after that can silence suspend it. */
function stillUnderReview(code: HealthCode, decision: Decision): boolean {
  if (code.maskedName === null) return true;
  return code.state === 'UNDER_REVIEW' && decision.state === 'SUSPENDED';
}

/** Use cases of the event consumer: the only way in which a code gets a color. */
export function intakeUseCases({ store, audit, now, newId }: IntakePorts) {
  async function decide(code: HealthCode): Promise<void> {
    const at = now();
    const policy = await store.policyInForce(code.region, at);
    if (!policy) return; // no published rule, no color
    const decision = decideColor(factsOf(await store.evidenceOf(code)), policy, at);
    if (stillUnderReview(code, decision)) return;
    const { state, color } = standingOf(decision);
    const lookAgainAt = decision.until;
    if (state === code.state && color === code.color) {
      await store.saveNextLook(code, lookAgainAt);
      return;
    }
    const { region, residentId } = code;
    const id = newId(region);
    audit.note({
      ...{ region, action: 'COLOR_DECIDED', residentId, objectId: id },
      detail: {
        ...{ fromState: code.state, fromColor: code.color, toState: state, toColor: color },
        policyVersion: policy.version,
      },
    });
    await store.saveDecision({
      ...{ region, id },
      ...{ codeId: code.id, residentId: code.residentId },
      ...{ fromState: code.state, fromColor: code.color, toState: state, toColor: color },
      reasons: decision.reasons,
      nextSteps: decision.state === 'ACTIVE' ? decision.nextSteps : [],
      missing: decision.state === 'SUSPENDED' ? decision.missing : [],
      ...{ policyVersion: policy.version, decidedAt: at, lookAgainAt },
    });
    await store.saveNextLook(code, lookAgainAt);
  }

  return {
    /** Takes in one event and decides anew. Taking in the same event again changes nothing. */
    async takeIn(event: EventKey, incoming: Incoming): Promise<void> {
      const code = await store.lockedCode(event.region, event.residentId, now());
      if (!(await store.keep(event))) return;
      if (incoming.kind === 'OTHER') return;
      await decide(
        incoming.kind === 'REGISTRATION'
          ? await store.setRegistration(code, incoming.registration)
          : code,
      );
    },

    /** Decides a code anew because time has passed. */
    async lookAgain(region: string, residentId: string): Promise<void> {
      await decide(await store.lockedCode(region, residentId, now()));
    },
  };
}
