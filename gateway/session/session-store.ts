import { createHash, randomBytes } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { ALL_REGIONS } from '../audit/gateway-trail.ts';
import type { Actor } from '../../subgraphs/kit/audit/notes.ts';
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

/** What the audit log says of who signs in. */
export interface SignedIn extends Omit<Actor, 'subject'> {
  /** Region in whose chain it stands. */
  readonly region: string;
}

/** Sessions of browsers. A session's key is known to its browser only. */
export interface SessionStore {
  /**
   * Begins a session; the key goes into the cookie. It begins together with its entry in the audit
   * log. @throws {DomainError} AUDIT_UNAVAILABLE
   */
  begin(subject: string, account?: SignedIn): Promise<string>;
  /**
   * The session of a key, or null when it has ended. `background`: the page asked by itself, which
   * does not count as use.
   */
  find(key: string, background: boolean): Promise<Session | null>;
  /** Ends a session; whose it was, or null when there was none. */
  end(key: string): Promise<string | null>;
}

function idOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

/** Sessions in PostgreSQL: every gateway of a region knows them. */
export function sessionStore(orm: MikroORM, now: () => Date): SessionStore {
  const scopeOf = (id: string) => ({ regions: [], residents: [], subject: id });
  function asSession<T>(id: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return inScope(orm, scopeOf(id), work);
  }

  return {
    async begin(subject, account = { region: ALL_REGIONS }) {
      const key = randomBytes(32).toString('base64url');
      const id = idOf(key);
      const at = now();
      const expiresAt = new Date(at.getTime() + ABSOLUTE_MS);
      const { region, ...who } = account;
      await inScope(
        orm,
        scopeOf(id),
        async (tx, audit) => {
          const em = await tx();
          await em.nativeDelete(SessionRow, { expiresAt: { $lt: at } });
          await em.insert(SessionRow, { id, subject, signedInAt: at, lastSeenAt: at, expiresAt });
          audit.note({ region, action: 'SIGNED_IN' });
        },
        { ...who, subject },
      );
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
    end(key) {
      const id = idOf(key);
      return asSession(id, async (tx) => {
        const em = await tx();
        const row = await em.findOne(SessionRow, { id });
        if (row) await em.nativeDelete(SessionRow, { id });
        return row?.subject ?? null;
      });
    },
  };
}
