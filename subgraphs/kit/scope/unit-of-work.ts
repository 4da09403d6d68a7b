import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { appendEntries } from '../audit/append.ts';
import { collectNotes, type Actor, type CollectedNotes } from '../audit/notes.ts';
import type { AuditTrail } from '../audit/trail.ts';
import { ACCOUNT_CHARACTERS, type Identity } from '../identity.ts';
import { refuseLate, statementLimit } from './deadline.ts';

/** Which rows a transaction may touch. Row security reads exactly these three settings. */
export type RowScope = Pick<Identity, 'regions' | 'residents' | 'subject'>;

/** Gives the request's one transaction, begun at the first call; rejects when the request is over. */
export type Transaction = () => Promise<EntityManager>;

/** One request's work: at most one transaction, begun when first needed. */
export interface UnitOfWork {
  readonly transaction: Transaction;
  /** What is noted here is appended to the audit log when the work commits. */
  readonly audit: CollectedNotes;
  /**
   * Appends what was noted and commits; nothing to do when no row was touched.
   * @throws {DomainError} AUDIT_UNAVAILABLE
   */
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** Settings are put into SQL as text: nothing but names, ids and list commas may pass. */
const SAFE = new RegExp(`^[${ACCOUNT_CHARACTERS},*/]*$`);

function literal(value: string): string {
  if (!SAFE.test(value)) throw new Error('A row scope holds a character that is not allowed.');
  return `'${value}'`;
}

/**
 * The one place that sets the row scope. `SET LOCAL`, because Citus hands it to its workers and
 * does not hand on `set_config()`; one text, so that it costs one round trip.
 */
async function setScope(em: EntityManager, { regions, residents, subject }: RowScope, limit = '') {
  const people = residents === '*' ? '*' : residents.join(',');
  await em.execute(
    `set local app.regions = ${literal(regions.join(','))}; ` +
      `set local app.residents = ${literal(people)}; ` +
      `set local app.subject = ${literal(subject)}${limit}`,
  );
}

/**
 * Runs one piece of a transaction's work in another scope and puts the transaction's own back. What
 * it rejects with leaves the other scope: the transaction must be rolled back then.
 */
export async function rescoped<T>(
  transaction: Transaction,
  { own, other }: { readonly own: RowScope; readonly other: RowScope },
  work: () => Promise<T>,
): Promise<T> {
  const em = await transaction();
  await setScope(em, other);
  const result = await work();
  await setScope(em, own);
  return result;
}

async function begin(
  orm: MikroORM,
  scope: RowScope,
  deadline: number | undefined,
): Promise<EntityManager> {
  const em = orm.em.fork();
  refuseLate(deadline);
  await em.begin();
  try {
    await setScope(em, scope, statementLimit(deadline));
    return em;
  } catch (error) {
    await em.rollback();
    throw error;
  }
}

/** How the work of a request is done. */
export interface WorkOptions {
  readonly actor?: Actor | undefined;
  readonly deadline?: number | undefined;
}

/**
 * Opens the work of one request; nothing reaches the database before `transaction()` is called.
 * `actor` is who the audit log says did it: whoever the scope is of, unless another is named.
 * `deadline`, in ms since the epoch, is when nobody waits for it any more. Default: none.
 */
export function unitOfWork(
  orm: MikroORM,
  scope: RowScope & Actor,
  { actor = scope, deadline }: WorkOptions = {},
): UnitOfWork {
  const audit = collectNotes(actor);
  let begun: Promise<EntityManager> | undefined;
  let ended = false;
  // An error beside them ends a GraphQL answer while other fields are still being read. What they
  // would begin now nobody would end, and its connection would be lost to the pool for good.
  const transaction = () =>
    ended
      ? Promise.reject(new Error('The request is over.'))
      : (begun ??= begin(orm, scope, deadline));
  return {
    transaction,
    audit,
    async commit() {
      if (audit.entries.length > 0) await appendEntries(await transaction(), audit.entries);
      ended = true;
      if (begun) await (await begun).commit();
    },
    async rollback() {
      ended = true;
      const em = await begun?.catch(() => undefined);
      if (em?.isInTransaction()) await em.rollback();
    },
  };
}

/** Runs `work` in one scoped transaction: commits its result, rolls back what it throws. */
export async function inScope<T>(
  orm: MikroORM,
  scope: RowScope & Actor,
  work: (transaction: Transaction, audit: AuditTrail) => Promise<T>,
  actor: Actor = scope,
): Promise<T> {
  const unit = unitOfWork(orm, scope, { actor });
  try {
    const result = await work(unit.transaction, unit.audit);
    await unit.commit();
    return result;
  } catch (error) {
    await unit.rollback();
    throw error;
  }
}
