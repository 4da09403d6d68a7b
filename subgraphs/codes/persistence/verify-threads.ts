import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
import type { Verify } from '../domain/token/keys.ts';
import { nodeVerify } from './node-crypto.ts';
import { packChecks, SIGNATURE_BYTES, type SignatureCheck } from './signature-batch.ts';

/** Checks in threads of its own. */
export interface VerifyThreads {
  readonly verify: Verify;
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

  function oneByOne(checks: readonly Waiting[]): void {
    for (const { key, data, signature, resolve } of checks) {
      void few(key, data, signature).then(resolve);
    }
  }

  async function checkTogether(checks: readonly Waiting[]): Promise<void> {
    try {
      const batch = packChecks(checks);
      const options = { name: 'checkBatch', transferList: [batch.packed] };
      const found: unknown = await threads().run(batch, options);
      if (!(found instanceof Uint8Array) || found.length !== checks.length) {
        throw new Error('A thread did not check what it was given.');
      }
      for (const [at, { resolve }] of checks.entries()) resolve(found[at] === 1);
    } catch (error) {
      onFault(error);
      oneByOne(checks);
    }
  }

  function flush(): void {
    const checks = waiting;
    waiting = [];
    if (checks.length >= FEW && !ended) void checkTogether(checks);
    else oneByOne(checks);
  }

  return {
    verify(key, data, signature) {
      if (signature.length !== SIGNATURE_BYTES) return Promise.resolve(false);
      return new Promise((resolve) => {
        waiting.push({ key, data, signature, resolve });
        if (waiting.length === 1) setImmediate(flush);
        if (waiting.length === MOST) flush();
      });
    },
    async close() {
      ended = true;
      await pool?.destroy();
    },
  };
}
