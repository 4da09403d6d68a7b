import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
import type { SignatureCheck, Verify, VerifyAll } from '../domain/token/keys.ts';
import { nodeVerify } from './node-crypto.ts';
import { packChecks, SIGNATURE_BYTES } from './signature-batch.ts';

/** Checks in threads of its own. */
export interface VerifyThreads {
  readonly verify: Verify;
  readonly verifyAll: VerifyAll;
  /** Ends the threads. Idle threads hold no process up. */
  close(): Promise<void>;
}

interface Waiting extends SignatureCheck {
  readonly resolve: (holds: boolean) => void;
}

/** How many make a batch worth a thread: handing one over costs about as much as a check. */
const FEW = 8;
/** Most in one batch: a thread is busy for a few hundredths of a second. */
const MOST = 256;
const THREADS_MAX = 4;
const IDLE_MS = 60_000;

const compiled = import.meta.url.endsWith('.js');
const THREAD = new URL(`./verify-thread.${compiled ? 'js' : 'ts'}`, import.meta.url);

/**
 * ES256 checks, those asked for in one turn handed to a thread together. One by one through Node's
 * thread pool, each check wakes the main thread by itself, and codes between them are taken apart at a
 * third of the speed. A few are checked that way all the same. False for a key that is none; `onFault`
 * is told of a thread that failed.
 */
export function verifyThreads(onFault: (error: unknown) => void = () => undefined): VerifyThreads {
  const few = nodeVerify();
  let pool: Tinypool | null = null;
  let ended = false;
  let waiting: Waiting[] = [];

  const threads = () =>
    (pool ??= new Tinypool({
      ...{ filename: THREAD.href, runtime: 'worker_threads', isolateWorkers: false },
      ...{ minThreads: 0, maxThreads: Math.min(availableParallelism(), THREADS_MAX) },
      ...{ idleTimeout: IDLE_MS, execArgv: [], env: {} },
    }));

  const alone: VerifyAll = (checks) =>
    Promise.all(checks.map(({ key, data, signature }) => few(key, data, signature)));

  /** Those of one block, none of them cut short. */
  async function together(checks: readonly SignatureCheck[]): Promise<readonly boolean[]> {
    if (checks.length < FEW || ended) return alone(checks);
    try {
      const batch = packChecks(checks);
      const options = { name: 'checkBatch', transferList: [batch.packed] };
      const found: unknown = await threads().run(batch, options);
      if (!(found instanceof Uint8Array) || found.length !== checks.length) {
        throw new Error('A thread did not check what it was given.');
      }
      return Array.from(found, (holds) => holds === 1);
    } catch (error) {
      onFault(error);
      return alone(checks);
    }
  }

  function flush(): void {
    const checks = waiting;
    waiting = [];
    void together(checks).then((found) => {
      for (const [at, { resolve }] of checks.entries()) resolve(found[at] === true);
    });
  }

  const verify: Verify = (key, data, signature) => {
    if (signature.length !== SIGNATURE_BYTES) return Promise.resolve(false);
    return new Promise((resolve) => {
      waiting.push({ key, data, signature, resolve });
      if (waiting.length === 1) setImmediate(flush);
      if (waiting.length === MOST) flush();
    });
  };

  return {
    verify,
    async verifyAll(checks) {
      const isCut = checks.some(({ signature }) => signature.length !== SIGNATURE_BYTES);
      if (checks.length < FEW || isCut) {
        // Those of other calls come along.
        return Promise.all(checks.map((one) => verify(one.key, one.data, one.signature)));
      }
      const blocks: (readonly SignatureCheck[])[] = [];
      for (let at = 0; at < checks.length; at += MOST) blocks.push(checks.slice(at, at + MOST));
      return (await Promise.all(blocks.map(together))).flat();
    },
    async close() {
      ended = true;
      await pool?.destroy();
    },
  };
}
