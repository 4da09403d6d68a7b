import type { Policy, Rule } from '../../color/policy.ts';
import type { Texts } from '../../texts.ts';
import { STATUS_MAX_AGE_MINUTES } from '../base-policy.ts';
import { COMMON_RULES, OVERRIDE_72H } from '../common-rules.ts';
import { EIGHTH_EDITION } from './eighth-edition.ts';
import { NEW_TEN_MEASURES } from './new-ten-measures.ts';
import { NINTH_EDITION } from './ninth-edition.ts';
import { TWENTY_MEASURES } from './twenty-measures.ts';

/** A national edition: its rules beyond those that all have in common. */
export interface NationalEdition {
  readonly id: string;
  readonly name: Texts;
  /** Day it took effect, `YYYY-MM-DD` in Shanghai. */
  readonly validFromOn: string;
  /** Where it is written down. */
  readonly source: string;
  readonly rules: readonly Rule[];
}

/** The four national rule sets, oldest first. Source: DESIGN.md §5, Seeds. */
export const NATIONAL_EDITIONS = [
  EIGHTH_EDITION,
  NINTH_EDITION,
  TWENTY_MEASURES,
  NEW_TEN_MEASURES,
] as const satisfies readonly NationalEdition[];

/** All rules of an edition: what it says, and what every policy has. */
export function rulesOf(edition: NationalEdition): readonly Rule[] {
  return [...edition.rules, ...COMMON_RULES, OVERRIDE_72H];
}

/** An edition as a region's policy, in force from an instant on. */
export function nationalPolicy(
  edition: NationalEdition,
  region: string,
  version: number,
  validFrom: Date,
): Policy {
  return {
    ...{ region, version, validFrom, validTo: null },
    ...{ statusMaxAgeMinutes: STATUS_MAX_AGE_MINUTES, rules: rulesOf(edition) },
  };
}
