/** Time that is left, in the two units that matter. */
export interface Countdown {
  readonly unit: 'hours' | 'minutes' | 'seconds';
  readonly h: number;
  readonly m: number;
  readonly s: number;
}

/** Time left until an instant; null once it has come. */
export function countdown(until: string, now: Date): Countdown | null {
  const left = Math.ceil((Date.parse(until) - now.getTime()) / 1_000);
  if (left <= 0) return null;
  const [h, m, s] = [Math.floor(left / 3_600), Math.floor(left / 60) % 60, left % 60];
  return { unit: h > 0 ? 'hours' : m > 0 ? 'minutes' : 'seconds', h, m, s };
}
