import { InvalidArgumentError } from 'commander';

/** Reads a whole number on the command line, within bounds. @throws {InvalidArgumentError} for any other text */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d+$/.test(text) ? Number(text) : NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`A number from ${least} to ${most} is needed.`);
  };
}
