import { Client } from 'pg';
import { inject } from 'vitest';
import type { DatabaseRole } from '../../../cli/embedded/secrets.ts';
import type { Answer } from '../../system/support/client.ts';
import { codeOf } from '../../system/support/personas.ts';

/** Counts the attacks of one file and what came through. */
export interface Attacks {
  /** One attack through the graph: refused when its first error is one of `codes`. */
  graph(title: string, answer: Answer, codes: readonly string[]): void;
  /** One attack of any kind. */
  note(title: string, refused: boolean): void;
  /** What came through since this was last asked. */
  through(): string[];
  /** Prints one line. */
  report(): void;
}

/** Begins to count for an invariant. */
export function attacksOn(invariant: string): Attacks {
  let tried = 0;
  let refused = 0;
  let open: string[] = [];
  function note(title: string, wasRefused: boolean): void {
    tried += 1;
    if (wasRefused) refused += 1;
    else open.push(title);
  }
  return {
    note,
    graph(title, answer, codes) {
      const code = codeOf(answer);
      note(`${title}: ${code ?? 'answered'}`, code !== null && codes.includes(code));
    },
    through() {
      const found = open;
      open = [];
      return found;
    },
    report() {
      console.log(`invariant ${invariant}: ${tried} attacks, ${refused} refused`);
    },
  };
}

/** Schemas of Tongma in the database. */
export const SCHEMAS = [
  ...['residents', 'health_records', 'travel_history', 'codes', 'audit', 'gateway'],
] as const;

/** SQLSTATEs by which the database refuses: a right, or a row that row security does not allow. */
const REFUSED = ['42501'];

/** Widest scope that a request could have. */
export const WIDEST = {
  'app.regions': '000000,330000,330100,510000,510100',
  'app.residents': '*',
  'app.subject': 'attack',
} as const;

/**
 * Runs statements as a role of the database in one transaction that is rolled back, with every
 * region in its scope. A statement is refused when the database says so or no row was touched.
 */
export async function attackAs(
  role: DatabaseRole,
  statements: readonly string[],
  attacks: Attacks,
  settings: Readonly<Record<string, string>> = WIDEST,
): Promise<void> {
  const client = new Client({ connectionString: inject('tongma').urls[role] });
  await client.connect();
  try {
    for (const statement of statements) {
      await client.query('begin');
      for (const [name, value] of Object.entries(settings)) {
        await client.query(`set local ${name} = '${value}'`);
      }
      let outcome: string;
      let refused: boolean;
      try {
        const { rowCount } = await client.query(statement);
        refused = rowCount === 0;
        outcome = `${rowCount ?? 'some'} rows`;
      } catch (error) {
        outcome = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        refused = REFUSED.includes(outcome);
      }
      await client.query('rollback');
      attacks.note(`${role}: ${statement} (${outcome})`, refused);
    }
  } finally {
    await client.end();
  }
}

async function inScope<T>(
  role: DatabaseRole,
  settings: Readonly<Record<string, string>>,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: inject('tongma').urls[role] });
  await client.connect();
  try {
    await client.query('begin');
    for (const [name, value] of Object.entries(settings)) {
      await client.query(`set local ${name} = '${value}'`);
    }
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

/** Rows that a role sees with every region in its scope: for looking, not attacking. */
export async function lookAs<T extends object>(role: DatabaseRole, sql: string): Promise<T[]> {
  return inScope(role, WIDEST, async (client) => (await client.query<T>(sql)).rows);
}

/** Writes one row as its own service could, to bring about what only time brings about. */
export async function writeAs(role: DatabaseRole, sql: string): Promise<void> {
  await inScope(role, WIDEST, async (client) => {
    const { rowCount } = await client.query(sql);
    if (rowCount !== 1) throw new Error(`${String(rowCount)} rows were written.`);
  });
}
