import { defineEntity, p } from '@mikro-orm/core';
import type { SelfEnding } from '../../subgraphs/kit/retained.ts';

/** Schema and role of what the gateway keeps. */
export const SCHEMA = 'gateway';
const ROLE = 'tongma_gateway';

const OWN = `id = current_setting('app.subject', true)`;
const ENDED = `expires_at < now()`;

/**
 * Sessions of browsers. A row is visible only to a request that presents its key; nobody can list
 * them. Beside that, ended ones may be removed.
 * @reference belongs to no region: a session ends within hours and is not about a place
 */
export const SessionRow = defineEntity({
  name: 'SessionRow',
  tableName: 'session',
  schema: SCHEMA,
  rowLevelSecurity: 'force',
  policies: [
    { name: 'own', command: 'all', roles: [ROLE], using: OWN, check: OWN },
    { name: 'ended', command: 'select', roles: [ROLE], using: ENDED },
    { name: 'ended_go', command: 'delete', roles: [ROLE], using: ENDED },
  ],
  indexes: [{ name: 'session_expires', properties: ['expiresAt'] }],
  properties: {
    /** SHA-256 of the cookie, base64url: the cookie itself is kept nowhere. */
    id: p.string().length(43).primary(),
    subject: p.string().length(128),
    signedInAt: p.datetime(3),
    lastSeenAt: p.datetime(3),
    expiresAt: p.datetime(3),
  },
});

/** Sessions name their own end, within hours. */
export const SESSIONS_KEPT: SelfEnding = {
  ...{ table: 'gateway.session', class: 'SELF_ENDING', by: 'gateway/session/session-store.ts' },
};
