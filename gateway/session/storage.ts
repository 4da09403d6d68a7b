import type { Storage } from '../../subgraphs/kit/orm.ts';
import { Sessions } from './migrations/0001-sessions.ts';
import { SCHEMA, SessionRow } from './session.entity.ts';

/** Everything the gateway keeps in the database. */
export const storage: Storage = {
  schema: SCHEMA,
  entities: [SessionRow],
  migrations: [{ name: '0001-sessions', class: Sessions }],
};
