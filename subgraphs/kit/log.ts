import { pino, type Logger } from 'pino';

/** Structured log of one process part. Personal data never stands in it: ids of events, not people. */
export type Log = Logger;

interface Fault {
  readonly type: string;
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly stack: readonly string[];
  readonly cause?: Fault;
}

/**
 * What a log may keep of an error. Database errors quote values and whole statements in `message`
 * and `detail`, so neither is kept: name, code, constraint and the call stack are.
 */
export function describeFault(error: unknown): Fault {
  if (!(error instanceof Error)) return { type: typeof error, stack: [] };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    stack: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeFault(error.cause) }),
  };
}

/** Makes the log of one part; `level` decides what is written. */
export function createLog(part: string, level: string): Log {
  return pino({ level, base: { part }, serializers: { err: describeFault } });
}
