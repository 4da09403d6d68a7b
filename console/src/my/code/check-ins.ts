/** A check-in as the graph gives it. */
export interface CheckInLike {
  readonly at: string;
  readonly day: string;
  readonly symptoms: readonly string[];
  readonly temperature?: number | null | undefined;
}

/** From this temperature on a check-in is not normal, in degrees Celsius. Source: codes RULES.md. */
const FEVER_FROM = 37.3;

/** A check-in without symptoms and without fever. */
export function isNormal({ symptoms, temperature }: CheckInLike): boolean {
  return symptoms.length === 0 && (temperature == null || temperature < FEVER_FROM);
}

/** How many normal check-ins in a row were made after an instant; `checkIns` newest first. */
export function normalSince(checkIns: readonly CheckInLike[], since: string): number {
  const after = checkIns.filter(({ at }) => at > since);
  const broken = after.findIndex((checkIn) => !isNormal(checkIn));
  return broken === -1 ? after.length : broken;
}
