import type { Policy } from '../color/policy.ts';
import { COMMON_RULES } from './common-rules.ts';

/** A status may be an hour old, four times the life of a status list: a missed list does no harm. */
export const STATUS_MAX_AGE_MINUTES = 60;

/** The policy every region begins with: what every edition has in common. */
export function basePolicy(region: string, version: number, validFrom: Date): Policy {
  return {
    ...{ region, version, validFrom, validTo: null },
    ...{ statusMaxAgeMinutes: STATUS_MAX_AGE_MINUTES, rules: COMMON_RULES },
  };
}
