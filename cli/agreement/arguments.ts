import { InvalidArgumentError, Option } from 'commander';
import { OFFERED_MODES } from './agree.ts';

/** On which databases accounts act in codes, for the help of such commands. */
export const ACTS_IN =
  '\nWith RESIDENTS_DATABASE_URL and CODES_DATABASE_URL, both, an external database, with the same' +
  '\nfurther variables as the processes of these two.';

/** A GB/T 2260 division, as an argument. */
export function division(text: string): string {
  if (!/^\d{6}$/.test(text)) throw new InvalidArgumentError('Six digits of GB/T 2260 are needed.');
  return text;
}

/** Divisions with commas between them, as an argument. */
export function divisions(text: string): string[] {
  return text.split(',').map(division);
}

/** How codes are taken, as an option. */
export function modeOption(): Option {
  return new Option('--mode <mode>', 'how their codes are taken')
    .choices(OFFERED_MODES)
    .default('DIRECT');
}

/** Days, 0 to 30, as an argument. */
export function days(text: string): number {
  if (!/^([12]?\d|30)$/.test(text)) throw new InvalidArgumentError('0 to 30 days.');
  return Number(text);
}

/** Minutes, as an argument. */
export function minutes(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('A number of minutes is needed.');
  return Number(text);
}

/** Seconds, as an argument. */
export function seconds(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('A number of seconds is needed.');
  return Number(text);
}
