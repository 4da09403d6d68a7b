// Bare ES256 verification, a process of its own: the signatures of tokens, taken apart before,
// checked in the thread pool by Node's own crypto, as tokens have them (r and s). Reads a VerifyTask
// from standard input.
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeBase45 } from '../../../subgraphs/codes/domain/token/base45.ts';
import { readSign1 } from '../../../subgraphs/codes/domain/token/cose-sign1.ts';
import { derSignature } from '../../../subgraphs/codes/persistence/der-signature.ts';

/** What is verified, and how long. */
export interface VerifyTask {
  /** JSON list of distinct code texts. */
  readonly textsFile: string;
  /** SPKI, DER, base64. */
  readonly key: string;
  /** Whether signatures are in DER before the clock runs, which Node checks quickest. */
  readonly der?: boolean;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

/** What was measured. */
export interface Verified {
  readonly perSecond: number;
}

/** Checks under way at a time: as many as a batch has. */
const UNDER_WAY = 1_000;

const task = JSON.parse(await readAll(process.stdin)) as VerifyTask;
const texts = JSON.parse(readFileSync(task.textsFile, 'utf8')) as string[];
const tokens = texts.map((text) => {
  const token = readSign1(decodeBase45(text.slice(5)) ?? new Uint8Array());
  const signature = token && (task.der ? derSignature(token.signature) : token.signature);
  if (!token || !signature) throw new Error('A text is no token.');
  return { signed: token.signed, signature };
});
const spki = Buffer.from(task.key, 'base64');
const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
// The encoding on the key itself: Node is quicker so than with an object of both.
const key = task.der ? publicKey : Object.assign(publicKey, { dsaEncoding: 'ieee-p1363' });

let next = 0;
let done = 0;
let stopped = false;

function check(): Promise<void> {
  const token = tokens[next++ % tokens.length];
  return new Promise((resolve, reject) => {
    if (!token) throw new Error('There is no token.');
    verify('sha256', token.signed, key, token.signature, (error, good) => {
      if (error ?? !good) reject(error ?? new Error('A signature does not hold.'));
      else resolve();
      done += 1;
    });
  });
}

const checking = Array.from({ length: UNDER_WAY }, async () => {
  while (!stopped) await check();
});
await sleep(task.warmUpMs);
const [before, begun] = [done, performance.now()];
await sleep(task.measureMs);
const perSecond = ((done - before) / (performance.now() - begun)) * 1_000;
stopped = true;
await Promise.all(checking);
process.stdout.write(JSON.stringify({ perSecond }));
