import { text as readAll } from 'node:stream/consumers';
import { startNode } from '../support/child.ts';

/** What a load asks, and whose processor time it reads. */
export interface LoadTask {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** More headers, which connections take in turn. Default: all are of one client. */
  readonly clients?: readonly Readonly<Record<string, string>>[];
  readonly query: string;
  /** Codes that are asked in turn; absent where a page is asked for. */
  readonly codes?: {
    readonly place: { readonly region: string; readonly purpose: string };
    /** JSON list of distinct code texts. */
    readonly textsFile: string;
  };
  /** A page of people, asked for again and again. */
  readonly page?: { readonly variables: object; readonly people: number };
  readonly connections: number;
  /** Codes in a request; absent: one by one. */
  readonly batch?: number;
  /** Warming up takes at least this long, and as many requests unless they take `warmUpMaxMs`. */
  readonly warmUpMs: number;
  readonly warmUpRequests: number;
  readonly warmUpMaxMs: number;
  readonly measureMs: number;
  /** Processes that answer, first the one that is asked. */
  readonly servers: readonly number[];
  readonly postmaster: number;
}

/** What a load saw. Microseconds are of processor time, a request. */
export interface LoadFigures {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly serverMicros: number;
  /** Of those, in the process that is asked: with subgraphs apart, the gateway. */
  readonly askedMicros: number;
  /** Of those, on the servers' main threads. */
  readonly mainThreadMicros: number;
  readonly postgresMicros: number;
  /** Share of one processor that the load itself took. */
  readonly loadBusy: number;
  /** Begin and end of measuring on the monotonic clock, microseconds. */
  readonly window: readonly [number, number];
  readonly wrong: number;
  readonly firstWrong: string;
  /** Whether a code was asked a second time while it measured. */
  readonly repeated: boolean;
}

/** Runs one load. @throws {Error} when a single answer is wrong */
export async function runLoad(task: LoadTask, cpus: string | null): Promise<LoadFigures> {
  const child = startNode({ args: ['test/bench/recognize/load.ts'], cpus });
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error('The load has no pipes.');
  stdin.end(JSON.stringify(task));
  const [printed, failed] = await Promise.all([readAll(stdout), readAll(stderr)]);
  if (printed === '') throw new Error(`The load failed:\n${failed}`);
  const figures = JSON.parse(printed) as LoadFigures;
  if (figures.wrong > 0) {
    throw new Error(`${figures.wrong} wrong answers, the first: ${figures.firstWrong}`);
  }
  return figures;
}
