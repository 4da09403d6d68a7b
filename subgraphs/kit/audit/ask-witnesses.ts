import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { bytesText, checkpointJson } from './checkpoint-json.ts';
import { checkpointHash, type Checkpoint } from './checkpoint.ts';
import { COSIGN_REFUSALS, isCosigned } from './cosign.ts';
import type { CheckpointStore } from './persistence/checkpoint.store.ts';

/** Another region's log that cosigns this one's checkpoints. */
export interface KnownWitness {
  readonly name: string;
  /** Where its `/cosign` stands. */
  readonly url: string;
  readonly key: KeyObject;
}

const TIMEOUT_MS = 10_000;
/** Most checkpoints sent at a time. */
export const CHAIN_MAX = 1_000;

const answerShape = z.union([
  z.object({ witness: z.string(), signature: bytesText }),
  z.object({ refused: z.enum(COSIGN_REFUSALS), seen: z.number().int().nonnegative() }),
]);

async function post(url: string, chain: readonly Checkpoint[]) {
  const response = await fetch(`${url}/cosign`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ checkpoints: chain.map(checkpointJson) }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error',
  });
  return answerShape.parse(await response.json());
}

/**
 * Asks each witness for its signature over what it has not seen yet. One that is missing or refuses
 * is an alarm in the log, and holds nothing up. Source: SECURITY.md, Audit log.
 */
export async function askWitnesses(
  store: CheckpointStore,
  witnesses: readonly KnownWitness[],
  log: Log,
): Promise<void> {
  async function ask({ name, url, key }: KnownWitness): Promise<void> {
    let after = await store.sealing((tx) => tx.cosignedBy(name));
    for (let tries = 0; ; tries += 1) {
      const chain = await store.sealing((tx) => tx.after(after, CHAIN_MAX));
      const newest = chain.at(-1);
      if (!newest) return;
      const answer = await post(url, chain);
      if ('signature' in answer) {
        if (!isCosigned(name, checkpointHash(newest), answer.signature, key)) {
          throw new Error('A cosignature that is none.');
        }
        const { number } = newest;
        await store.sealing((tx) => tx.addCosignature(number, name, answer.signature));
        if (chain.length < CHAIN_MAX) return;
        after = number;
      } else if (answer.refused === 'GAP' && tries === 0) after = answer.seen;
      else {
        log.error({ alarm: 'COSIGNER_REFUSES', witness: name, ...answer }, 'a cosigner refuses');
        return;
      }
    }
  }
  await Promise.all(
    witnesses.map((witness) =>
      ask(witness).catch((err: unknown) => {
        log.error(
          { err, alarm: 'COSIGNER_MISSING', witness: witness.name },
          'a cosigner is missing',
        );
      }),
    ),
  );
}
