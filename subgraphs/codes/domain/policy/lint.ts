import type { Rule } from '../color/policy.ts';
import type { NewPolicy, PolicyFault, PolicyVersion } from './draft.ts';
import { unreachable } from './reach.ts';
import { gapAfter } from './versions.ts';
import { unknownWords } from './vocabulary.ts';

/** Most rules of a policy. */
const RULES_MAX = 50;

/** Only what suspends and what the evidence colors has no color of its own. */
function wrongColor({ condition, color }: Rule, path: string): PolicyFault[] {
  const colorless = condition.kind === 'CHECK_INS_LAPSED' || condition.kind === 'OVERRIDE';
  const right = colorless ? color === null : color === 'YELLOW' || color === 'RED';
  if (right) return [];
  const message = colorless
    ? `${condition.kind} names no color: it suspends, or the evidence says it.`
    : 'A rule makes a code YELLOW or RED.';
  return [{ kind: 'WRONG_COLOR', path: `${path}.color`, message }];
}

function sameIds(rules: readonly Rule[]): PolicyFault[] {
  return rules.flatMap(({ id }, index): PolicyFault[] => {
    if (rules.findIndex((rule) => rule.id === id) === index) return [];
    const message = `Another rule that would be in force has the id ${id}.`;
    return [{ kind: 'SAME_ID', path: `rules.${index}.id`, message }];
  });
}

/** What a rule says, in one text whatever the order of its fields. */
function contentOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(contentOf).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, of]) => `${name}:${contentOf(of)}`).join()}}`;
}

/** A decision cites a rule by id and version: both together mean one rule for ever. */
function reusedVersions(rules: readonly Rule[], published: readonly PolicyVersion[]) {
  const known = new Map(
    published.flatMap((policy) =>
      policy.rules.map((rule) => [`${rule.id} ${rule.version}`, contentOf(rule)] as const),
    ),
  );
  return rules.flatMap((rule, index): PolicyFault[] => {
    const before = known.get(`${rule.id} ${rule.version}`);
    if (before === undefined || before === contentOf(rule)) return [];
    const message = `${rule.id} was published with this version and says something else: raise it.`;
    return [{ kind: 'VERSION_REUSED', path: `rules.${index}.version`, message }];
  });
}

function wrongTimes({ validFrom, validTo, statusMaxAgeMinutes: age }: NewPolicy, now: Date) {
  const faults: PolicyFault[] = [];
  const wrong = (path: string, message: string) => {
    faults.push({ kind: 'WRONG_TIME', path, message });
  };
  if (Number.isNaN(validFrom.getTime())) wrong('validFrom', 'This is no instant.');
  if (validTo && !(validTo > validFrom && validTo > now)) {
    wrong('validTo', 'A policy ends after it began, and not in the past.');
  }
  if (!Number.isInteger(age) || age < 15 || age > 1_440) {
    wrong('statusMaxAgeMinutes', 'A status is good for 15 to 1,440 minutes.');
  }
  return faults;
}

/** The rules alone: what is wrong with them whatever was published. Source: RULES.md §5.2. */
export function lintRules(rules: readonly Rule[]): readonly PolicyFault[] {
  if (rules.length === 0 || rules.length > RULES_MAX) {
    const message = `A policy has 1 to ${RULES_MAX} rules.`;
    return [{ kind: 'NEVER_HOLDS', path: 'rules', message }];
  }
  const words = rules.flatMap((rule, index) => unknownWords(rule, `rules.${index}`));
  if (words.length > 0) return words;
  return [
    ...sameIds(rules),
    ...rules.flatMap((rule, index) => wrongColor(rule, `rules.${index}`)),
    ...rules.flatMap((rule, index) => unreachable(rule, rules, `rules.${index}`)),
  ];
}

/** What is wrong with a policy whatever else its region has published. Source: RULES.md §5.2. */
export function lintAlone(policy: NewPolicy, now: Date): readonly PolicyFault[] {
  return [...lintRules(policy.rules), ...wrongTimes(policy, now)];
}

/**
 * Everything that is wrong with a policy, given the region's versions; empty when it can be
 * proposed. Source: DESIGN.md §5, RULES.md §5.2.
 */
export function lintPolicy(
  policy: NewPolicy,
  published: readonly PolicyVersion[],
  now: Date,
): readonly PolicyFault[] {
  const alone = lintAlone(policy, now);
  if (alone.length > 0) return alone;
  const faults: PolicyFault[] = [];
  const validFrom = policy.validFrom > now ? policy.validFrom : now;
  const gap = gapAfter([...published, { ...policy, validFrom }], now);
  if (gap) {
    const message = `No version would be in force from ${gap.toISOString()} on.`;
    faults.push({ kind: 'GAP', path: 'validFrom', message });
  }
  return [...faults, ...reusedVersions(policy.rules, published)];
}
