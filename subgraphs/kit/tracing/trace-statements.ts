import { beginSpan, currentSpan, faultCode, isTracing } from './tracing.ts';

/** First words of statements; whatever else a text begins with is not said. */
const KINDS: ReadonlySet<string> = new Set([
  ...['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE', 'WITH', 'COPY', 'CALL', 'LOCK', 'SET'],
  ...['BEGIN', 'START', 'COMMIT', 'ROLLBACK', 'SAVEPOINT', 'RELEASE'],
]);

function textOf(statement: unknown): string | null {
  if (typeof statement === 'string') return statement;
  if (typeof statement !== 'object' || statement === null || 'submit' in statement) return null;
  return 'text' in statement && typeof statement.text === 'string' ? statement.text : null;
}

/** The kind of a statement: all that may be said of it, since values and names stand in its text. */
export function statementKind(text: string): string {
  const word = /^[\s(]*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? '';
  return KINDS.has(word) ? word : 'OTHER';
}

type Ended = (error: unknown) => void;

function ending(args: unknown[], ended: Ended): unknown[] {
  const last: unknown = args.at(-1);
  if (typeof last !== 'function') return args;
  const told = (...given: unknown[]): unknown => {
    ended(given[0]);
    return Reflect.apply(last, undefined, given);
  };
  return [...args.slice(0, -1), told];
}

/** A pool, as far as it is needed here. */
interface Connecting {
  on(event: 'connect', listener: (client: { query: unknown }) => void): unknown;
}

/** A span for each statement of a request on the connections of a pool. */
export function traceStatements(pool: Connecting): void {
  if (!isTracing()) return;
  pool.on('connect', (client) => {
    const { query } = client;
    if (typeof query !== 'function') return;
    const traced = (...args: unknown[]): unknown => {
      const text = textOf(args[0]);
      const span = text !== null && currentSpan() ? beginSpan(spanOf(text)) : undefined;
      if (!span) return Reflect.apply(query, client, args);
      const ended: Ended = (error) => {
        if (error) span.fail(faultCode(error));
        span.end();
      };
      const result: unknown = Reflect.apply(query, client, ending(args, ended));
      if (result instanceof Promise)
        result.then(() => {
          ended(null);
        }, ended);
      return result;
    };
    Object.assign(client, { query: traced });
  });
}

function spanOf(text: string) {
  const kind = statementKind(text);
  const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': kind };
  return { name: kind, kind: 'CLIENT', attributes } as const;
}
