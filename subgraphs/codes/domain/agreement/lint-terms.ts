import { COLORS } from '../color/color.ts';
import type { AgreementCondition } from '../recognition/agreement.ts';
import { RULE_IDS } from '../recognition/reason-texts.ts';
import { needsLead, type KnownAgreement } from './standing.ts';
import { LEAD_HOURS, VALID_DAYS_MAX, type AgreementFault, type Terms } from './terms.ts';

/** What terms are judged by. */
export interface TermsContext {
  readonly isRegion: (id: string) => boolean;
  /** All versions of the pair that are known. */
  readonly versions: readonly KnownAgreement[];
  readonly now: Date;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Most entries of a color map, most conditions. */
const MOST = { colors: 16, conditions: 8 } as const;
/** A condition looks back two weeks at most. */
const HOURS_MAX = 336;
const NAME = /^[A-Z0-9]+(?:[-_/][A-Z0-9]+)*$/;
const NAME_MAX = 32;

const fault = (kind: AgreementFault['kind'], path: string, message: string): AgreementFault => ({
  kind,
  path,
  message,
});

const isName = (name: string) => name.length <= NAME_MAX && NAME.test(name);

function pairFaults({ receiver, issuer }: Terms, isRegion: (id: string) => boolean) {
  const unknown = (['receiver', 'issuer'] as const)
    .filter((side) => !isRegion({ receiver, issuer }[side]))
    .map((side) => fault('UNKNOWN_REGION', side, 'This is no region.'));
  if (receiver !== issuer) return unknown;
  return [...unknown, fault('SAME_REGION', 'issuer', 'A region needs none with itself.')];
}

/** What is wrong with the times of terms. Source: RULES.md §8.3. */
export function timeFaults(
  { validFrom, validTo }: Pick<Terms, 'validFrom' | 'validTo'>,
  versions: readonly KnownAgreement[],
  now: Date,
): AgreementFault[] {
  const [from, to] = [validFrom.getTime(), validTo.getTime()];
  const soon = from < now.getTime() + LEAD_HOURS * HOUR_MS && needsLead(versions, now);
  return [
    ...(to <= from || to <= now.getTime()
      ? [fault('WRONG_TIME', 'validTo', 'It would be over before it begins.')]
      : []),
    ...(to - from > VALID_DAYS_MAX * DAY_MS || from > now.getTime() + VALID_DAYS_MAX * DAY_MS
      ? [fault('TOO_LONG', 'validTo', 'It begins within a year, and lasts one at most.')]
      : []),
    ...(soon
      ? [fault('TOO_SOON', 'validFrom', `A change begins ${LEAD_HOURS} hours from now or later.`)]
      : []),
  ];
}

function colorFaults({ mode, colorMap }: Terms): AgreementFault[] {
  const pairs = Object.entries(colorMap);
  if (mode !== 'DIRECT') {
    const said = fault('NOT_OF_MODE', 'colorMap', 'Only DIRECT maps colors.');
    return pairs.length > 0 ? [said] : [];
  }
  if (pairs.length === 0) return [fault('NO_COLORS', 'colorMap', 'It accepts no color.')];
  return [
    ...(pairs.length > MOST.colors
      ? [fault('TOO_MANY', 'colorMap', `At most ${MOST.colors} colors.`)]
      : []),
    ...pairs.flatMap(([issued, color], at) => {
      const [from, to] = [
        COLORS.findIndex((one) => one === issued),
        COLORS.indexOf(color ?? 'RED'),
      ];
      return [
        ...(isName(issued)
          ? []
          : [fault('WRONG_NAME', `colorMap.${at}.issued`, 'Capital letters and numbers.')]),
        ...(from > to
          ? [fault('LIGHTER', `colorMap.${at}.color`, 'A code counts for no lighter color.')]
          : []),
      ];
    }),
  ];
}

function conditionFaults(one: AgreementCondition, at: number, terms: Terms): AgreementFault[] {
  const { mode, colorMap, conditions } = terms;
  const path = `conditions.${at}`;
  const again = conditions.findIndex(({ id }) => id === one.id) < at;
  const twice = new Set(one.colors).size < one.colors.length;
  const idle = one.colors.filter((color) => mode === 'DIRECT' && !Object.hasOwn(colorMap, color));
  return [
    ...(isName(one.id) && !RULE_IDS.some((rule) => rule === one.id)
      ? []
      : [fault('WRONG_NAME', `${path}.id`, 'Capital letters and numbers, no word of the rules.')]),
    ...(again ? [fault('SAME_NAME', `${path}.id`, 'Another condition has this id.')] : []),
    ...(Number.isInteger(one.hours) && one.hours >= 1 && one.hours <= HOURS_MAX
      ? []
      : [fault('WRONG_HOURS', `${path}.hours`, `From 1 to ${HOURS_MAX} hours.`)]),
    ...(one.colors.length === 0 || twice || idle.length > 0
      ? [fault('NEVER_ASKED', `${path}.colors`, 'Colors that are accepted, each once.')]
      : []),
  ];
}

function conditionsFaults(terms: Terms): AgreementFault[] {
  const { mode, conditions } = terms;
  if (mode === 'CONVERT') {
    const said = fault('NOT_OF_MODE', 'conditions', 'CONVERT asks for a code of the region.');
    return conditions.length > 0 ? [said] : [];
  }
  return [
    ...(conditions.length > MOST.conditions
      ? [fault('TOO_MANY', 'conditions', `At most ${MOST.conditions} conditions.`)]
      : []),
    ...conditions.flatMap((one, at) => conditionFaults(one, at, terms)),
  ];
}

/** Everything that is wrong with terms; empty when they can be proposed. Source: RULES.md §8. */
export function lintTerms(
  terms: Terms,
  { isRegion, versions, now }: TermsContext,
): readonly AgreementFault[] {
  return [
    ...pairFaults(terms, isRegion),
    ...timeFaults(terms, versions, now),
    ...colorFaults(terms),
    ...conditionsFaults(terms),
  ];
}
