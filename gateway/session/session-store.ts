import { createHash, randomBytes } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { inScope, type Transaction } from '../../subgraphs/kit/scope/unit-of-work.ts';
import { SessionRow } from './session.entity.ts';

/** A session ends after this long without use. Source: SECURITY.md, Access. */
export const IDLE_MS = 15 * 60_000;
/** A session ends this long after sign-in, used or not. Source: SECURITY.md, Access. */
export const ABSOLUTE_MS = 8 * 3_600_000;
/** Use is written down at most this often. */
const TOUCH_MS = 60_000;

/** A session that has not ended. */
export interface Session {
  readonly subject: string;
  /** When the person signed in. */
  readonly signedInAt: Date;
}

/** Sessions of browsers. A session's key is known to its browser only. */
export interface SessionStore {
  /** Begins a session; the key goes into the cookie. */
  begin(subject: string): Promise<string>;
  /**
   * The session of a key, or null when it has ended. `background`: the page asked by itself, which
   * does not count as use.
   */
  find(key: string, background: boolean): Promise<Session | null>;
  end(key: string): Promise<void>;
}

function idOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

/** Sessions in PostgreSQL: every gateway of a region knows them. */
export function sessionStore(orm: MikroORM, now: () => Date): SessionStore {
  function asSession<T>(id: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return inScope(orm, { regions: [], residents: [], subject: id }, work);
  }

  return {
    async begin(subject) {
      const key = randomBytes(32).toString('base64url');
      const id = idOf(key);
      const at = now();
      const expiresAt = new Date(at.getTime() + ABSOLUTE_MS);
      await asSession(id, async (tx) => {
        const em = await tx();
        await em.nativeDelete(SessionRow, { expiresAt: { $lt: at } });
        await em.insert(SessionRow, { id, subject, signedInAt: at, lastSeenAt: at, expiresAt });
      });
      return key;
    },
    find(key, background) {
      const id = idOf(key);
      return asSession(id, async (tx) => {
        const em = await tx();
        const at = now();
        const row = await em.findOne(SessionRow, { id });
        if (!row) return null;
        const idle = at.getTime() - row.lastSeenAt.getTime();
        if (row.expiresAt <= at || idle >= IDLE_MS) {
          await em.nativeDelete(SessionRow, { id });
          return null;
        }
        if (!background && idle >= TOUCH_MS) {
          await em.nativeUpdate(SessionRow, { id }, { lastSeenAt: at });
        }
        return { subject: row.subject, signedInAt: row.signedInAt };
      });
    },
    async end(key) {
      const id = idOf(key);
      await asSession(id, async (tx) => (await tx()).nativeDelete(SessionRow, { id }));
    },
  };
}
