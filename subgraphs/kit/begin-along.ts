import type { Pool, QueryConfig } from 'pg';

/** What a statement came to that was not sent by itself. */
const NOTHING = { command: '', rowCount: null, rows: [] };

/** Whether a statement only prepares its transaction: nobody reads what the database says to it. */
function isPreparation(statement: string): boolean {
  return statement === 'begin' || statement.startsWith('set local ');
}

/**
 * Sends the beginning of a transaction and its row scope along with its first statement: a round
 * trip instead of three, in every request. The answers are read one by one, so that a statement that
 * follows a refused beginning is refused as well. A transaction in which nothing was said ends as it
 * began, without a word. The pool's connections are pipelined.
 */
export function beginAlong(pool: Pick<Pool, 'on'>): void {
  pool.on('connect', (client) => {
    const send = client.query.bind(client);
    let held: string[] = [];

    async function along(statement: string | QueryConfig, values?: unknown[]) {
      const { stream } = client.connection;
      const beginning = held.join('; ');
      held = [];
      stream.cork(); // one packet
      const answers = [send(beginning), send(statement, values)];
      stream.uncork();
      const [, answer] = await Promise.all(answers);
      return answer;
    }

    Reflect.set(
      client,
      'query',
      (statement: string | QueryConfig, values?: unknown[], ...told: unknown[]) => {
        // By a callback only a pool asks itself, which begins nothing.
        if (told.length > 0) {
          const answer: unknown = Reflect.apply(send, client, [statement, values, ...told]);
          return answer;
        }
        if (typeof statement !== 'string') {
          return held.length > 0 ? along(statement, values) : send(statement, values);
        }
        if (statement === 'begin' || (held.length > 0 && isPreparation(statement))) {
          held.push(statement);
          return Promise.resolve(NOTHING);
        }
        if (held.length === 0) return send(statement, values);
        if (statement !== 'commit' && statement !== 'rollback') return along(statement, values);
        held = [];
        return Promise.resolve(NOTHING);
      },
    );
  });
}
