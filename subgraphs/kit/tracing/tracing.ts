import { AsyncLocalStorage } from 'node:async_hooks';
import { ERROR_CODES } from '../domain-error.ts';

/** What a span says: words of closed lists and counts. Nothing of a person, and no text of a client's. */
export type Attributes = Readonly<Record<string, string | number>>;

/** What a span is of: a request that came, one that is sent, or work in between. */
export type SpanKind = 'SERVER' | 'CLIENT' | 'INTERNAL';

/** A piece of work that has begun. */
export interface OpenSpan {
  /** What another process continues by. Source: W3C Trace Context §3.2. */
  readonly traceparent: string;
  set(attributes: Attributes): void;
  /** It came to nothing; why is a code. */
  fail(code: string): void;
  end(): void;
}

/** What a span begins with. */
export interface SpanStart {
  readonly name: string;
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
  /** What it is part of: a span of this process, or the `traceparent` of another's. */
  readonly parent?: OpenSpan | string | undefined;
}

/** Where spans go. */
export interface Tracer {
  begin(start: SpanStart): OpenSpan;
  /** Sends what it still has. */
  close(): Promise<void>;
}

const current = new AsyncLocalStorage<OpenSpan>();
let tracer: Tracer | null = null;

/** Has the spans of this process go somewhere; with null nothing is traced, and nothing paid for it. */
export function traceTo(to: Tracer | null): void {
  tracer = to;
}

/** Whether anything is traced. */
export function isTracing(): boolean {
  return tracer !== null;
}

/** The span that the work of now is part of. */
export function currentSpan(): OpenSpan | undefined {
  return tracer === null ? undefined : current.getStore();
}

/** Begins a span that is ended by hand; undefined when nothing is traced. */
export function beginSpan(start: SpanStart): OpenSpan | undefined {
  return tracer?.begin({ parent: current.getStore(), ...start });
}

/** Does work as part of a span. */
export function within<T>(span: OpenSpan, work: () => T): T {
  return current.run(span, work);
}

/** What a span may say of an error: a code of ours or of the database, never its message. */
export function faultCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const ours = ERROR_CODES.find((known) => known === code);
  return ours ?? (/^[0-9A-Z]{5}$/.test(code) ? code : 'INTERNAL');
}

/** Does work in a span of its own. */
export async function inSpan<T>(start: SpanStart, work: () => Promise<T>): Promise<T> {
  const span = beginSpan(start);
  if (!span) return work();
  try {
    return await within(span, work);
  } catch (error) {
    span.fail(faultCode(error));
    throw error;
  } finally {
    span.end();
  }
}
