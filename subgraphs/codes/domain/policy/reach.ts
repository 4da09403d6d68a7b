import type { Condition, Exit, Rule } from '../color/policy.ts';
import type { PolicyFault } from './draft.ts';

/** Days in which a rule holds after its event; null where the event itself has an end, or none. */
function windowDays(condition: Condition): number | null {
  return 'days' in condition && condition.kind !== 'CHECK_INS_LAPSED' ? condition.days : null;
}

/** True when an exit is taken as soon as the rule is set off. */
function isTakenAtOnce(exit: Exit): boolean {
  switch (exit.kind) {
    case 'AFTER':
      return exit.n <= 0 && exit.unit === 'HOUR';
    case 'NOT_DETECTED_RESULTS':
    case 'NORMAL_CHECK_INS':
    case 'ORDER_RELEASED':
      return false;
    case 'ALL':
      return exit.of.length > 0 && exit.of.every(isTakenAtOnce);
    case 'ANY':
      return exit.of.some(isTakenAtOnce);
  }
}

/** Why a single exit can never be taken while its rule holds; null when it can. */
function whyNever(exit: Exit, { condition }: Rule): string | null {
  const days = windowDays(condition);
  const hours = days === null ? Number.POSITIVE_INFINITY : (days + 1) * 24;
  switch (exit.kind) {
    case 'AFTER': {
      const late = exit.unit === 'DAY' ? days !== null && exit.n > days : exit.n > hours;
      return late ? 'It comes after the rule has ended by itself.' : null;
    }
    case 'NOT_DETECTED_RESULTS': {
      const least = exit.fromDay * 24 + (exit.count - 1) * exit.hoursApart;
      return least >= hours ? 'The last test could only be taken after the rule has ended.' : null;
    }
    case 'NORMAL_CHECK_INS':
      if (days !== null && exit.count > days + 1)
        return 'The rule ends before so many days are over.';
      return null;
    case 'ORDER_RELEASED':
      if (condition.kind === 'ISOLATION_ORDER') return null;
      return 'Only an isolation order is released.';
    case 'ALL':
    case 'ANY':
      return null;
  }
}

function leaves(exit: Exit, path: string): { readonly exit: Exit; readonly path: string }[] {
  if (exit.kind !== 'ALL' && exit.kind !== 'ANY') return [{ exit, path }];
  return exit.of.flatMap((part, index) => leaves(part, `${path}.of.${index}`));
}

/**
 * What stands against a rule's ever holding or ever ending. The vocabulary is known to be right.
 * Source: RULES.md §5.2.
 */
export function unreachable(rule: Rule, rules: readonly Rule[], path: string): PolicyFault[] {
  const { condition, exit } = rule;
  const faults: PolicyFault[] = [];
  if (isTakenAtOnce(exit)) {
    const message = 'Its exit is taken at once: it can never hold.';
    faults.push({ kind: 'NEVER_HOLDS', path: `${path}.exit`, message });
  }
  if (condition.kind === 'SYMPTOM' && condition.terms.length === 0) {
    const message = 'Without a symptom it can never hold.';
    faults.push({ kind: 'NEVER_HOLDS', path: `${path}.condition.terms`, message });
  }
  if ('days' in condition && condition.days < 1 && condition.kind !== 'RISK_AREA_STAY') {
    const path0 = `${path}.condition.days`;
    const lapses = condition.kind === 'CHECK_INS_LAPSED';
    faults.push(
      lapses
        ? { kind: 'NEVER_ENDS', path: path0, message: 'Everybody who owes one would lapse daily.' }
        : { kind: 'NEVER_HOLDS', path: path0, message: 'Without a day it holds for nobody.' },
    );
  }
  if (condition.kind === 'CHECK_INS_LAPSED' && rules.every(({ color }) => color === null)) {
    const message = 'Where no rule gives a color nobody owes a check-in: it can never hold.';
    faults.push({ kind: 'NEVER_HOLDS', path, message });
  }
  const dead = leaves(exit, `${path}.exit`).flatMap((leaf) => {
    const why = whyNever(leaf.exit, rule);
    return why === null ? [] : [{ ...leaf, why }];
  });
  for (const { path: at, why } of dead) {
    // A window ends a rule whatever its exit; an order without an end would go on for ever.
    const kind = windowDays(condition) === null ? 'NEVER_ENDS' : 'EXIT_NEVER_TAKEN';
    faults.push({ kind, path: at, message: `This exit can never be taken. ${why}` });
  }
  return faults;
}
