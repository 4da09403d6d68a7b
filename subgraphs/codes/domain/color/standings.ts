import type { Color } from './color.ts';
import { exitAt } from './exits.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './policy.ts';
import { triggersOf, type Trigger } from './triggers.ts';

/** One trigger of one rule at an instant; instants are milliseconds. */
export interface Standing {
  readonly trigger: Trigger;
  /** First instant at which it no longer holds, as far as is known now. */
  readonly end: number;
  readonly holds: boolean;
}

/** A rule with its triggers, those that are over among them. */
export interface RuleStanding {
  readonly rule: Rule;
  readonly standings: readonly Standing[];
}

/** How a trigger stands whose end is known. */
export function standingAt(trigger: Trigger, end: number, now: number): Standing {
  return { trigger, end, holds: trigger.at <= now && end > now };
}

const NONE: readonly Standing[] = [];

/** How a rule stands. Source: RULES.md §4.1. */
export function ruleStanding(rule: Rule, facts: Facts, now: number): RuleStanding {
  const triggers = triggersOf(rule.condition, facts);
  if (triggers.length === 0) return { rule, standings: NONE };
  const standings = triggers.map((trigger) => {
    const end = Math.min(trigger.end, exitAt(rule.exit, trigger, facts, now));
    return standingAt(trigger, end, now);
  });
  return { rule, standings };
}

/** The color that a standing gives while it holds; null when it caps or suspends. */
export function colorOf({ color }: Rule, { trigger }: Standing): Color | null {
  return trigger.relaxes ? null : (color ?? trigger.color);
}
