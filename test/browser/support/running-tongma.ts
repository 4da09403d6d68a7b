import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoFile, type DemoFile } from '../../../cli/all-in-one/demo-file.ts';

/** A Tongma that runs, as a browser sees it. */
export interface RunningTongma {
  /** Such as `http://127.0.0.1:4000`. */
  readonly origin: string;
  readonly demo: DemoFile;
}

/** Reads what runs from a data folder. `address` is where it is reached; default what demo.json says. */
export function runningTongma(data: string, address?: string): RunningTongma {
  const demo = demoFile.parse(JSON.parse(readFileSync(join(data, 'demo.json'), 'utf8')));
  return { origin: new URL(address ?? demo.gatewayUrl).origin, demo };
}

/** @throws {Error} when there is no such account in demo.json */
export function passwordOf({ demo }: RunningTongma, username: string): string {
  const account = demo.accounts.find((one) => one.username === username);
  if (!account) throw new Error(`No account ${username} in demo.json.`);
  return account.password;
}
