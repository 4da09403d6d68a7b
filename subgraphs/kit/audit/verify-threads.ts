import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { ChainReader } from './persistence/chain.reader.ts';
import { withChainReader, type Snapshot } from './persistence/open-reader.ts';
import type { ChainFindings } from './verify-chain.ts';
import { oneByOne, verifyRegion, type VerifyRegions } from './verify-region.ts';

/** What a thread is given: the state to read, and the instant it is. */
interface Given {
  readonly snapshot: Snapshot;
  readonly now: number;
}

/** What a thread says: how far it is with a region, or what that came to. */
type Said =
  | { readonly region: string; readonly entries: number }
  | { readonly region: string; readonly findings: ChainFindings };

type Port = NonNullable<typeof parentPort>;

/** Verifies regions in a thread of its own, as they are sent, until null is. */
async function serve({ snapshot, now }: Given, port: Port): Promise<void> {
  await withChainReader(snapshot, async (reader) => {
    const say = (said: Said) => {
      port.postMessage(said);
    };
    await new Promise<void>((resolve, reject) => {
      port.on('message', (region: string | null) => {
        if (region === null) {
          resolve();
          return;
        }
        verifyRegion(reader, region, now, (_, entries) => {
          say({ region, entries });
        }).then((findings) => {
          say({ region, findings });
        }, reject);
      });
      port.postMessage(null); // ready for the first
    });
  });
  port.close();
}

/**
 * Verifies chains side by side, a thread a core, all in the one state of the database: what costs
 * time is hashing. Fails when a thread does.
 */
export function sideBySide(reader: ChainReader, snapshot: Snapshot): VerifyRegions {
  return async (regions, now, onProgress) => {
    const count = Math.min(availableParallelism(), regions.length);
    if (count < 2) return oneByOne(reader)(regions, now, onProgress);
    const found = new Map<string, ChainFindings>();
    const left = regions.values();
    const work = (thread: Worker) =>
      new Promise<void>((resolve, reject) => {
        thread.on('error', reject);
        thread.on('exit', () => {
          resolve();
        });
        thread.on('message', (said: Said | null) => {
          if (said && 'entries' in said) {
            onProgress(said.region, said.entries);
            return;
          }
          if (said) found.set(said.region, said.findings);
          thread.postMessage(left.next().value ?? null);
        });
      });
    const given: Given = { snapshot, now };
    const threads = Array.from(
      { length: count },
      () => new Worker(new URL(import.meta.url), { workerData: given }),
    );
    try {
      await Promise.all(threads.map(work));
    } finally {
      await Promise.all(threads.map((thread) => thread.terminate()));
    }
    return regions.map((region) => {
      const findings = found.get(region);
      if (!findings) throw new Error(`The chain of ${region} was not verified.`);
      return findings;
    });
  };
}

// This module is what its threads run.
const given = workerData as Given | null;
if (parentPort && given?.snapshot) await serve(given, parentPort);
