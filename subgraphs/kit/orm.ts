import { Migrator } from '@mikro-orm/migrations';
import type { MigrationObject } from '@mikro-orm/core';
import { defineConfig, MikroORM, type Options } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { beginAlong } from './begin-along.ts';
import { refuseUnboundRole } from './database-role.ts';
import { giveBackEnded } from './give-back.ts';
import { traceStatements } from './tracing/trace-statements.ts';
import { SILENT_MS, watchedSocket } from './watched-socket.ts';

/** Longest wait for a connection, made or free, in milliseconds: as long as gateways wait. */
export const CONNECTION_MS = 10_000;

/** As {@link ConnectionLimits} has it. */
const LIFE_SECONDS = 600;

/** Every schema of the database: each subgraph's generator leaves the others' alone. */
const SCHEMAS = [
  'public',
  'queue',
  'residents',
  'health_records',
  'travel_history',
  'codes',
  'gateway',
  'audit',
];

/** What one subgraph keeps in the database. */
export interface Storage {
  readonly schema: string;
  readonly entities: NonNullable<Options['entities']>;
  readonly migrations: MigrationObject[];
}

/** Whether the database answers now. */
export async function answers(
  orm: Pick<MikroORM, 'connect' | 'checkConnection'>,
): Promise<boolean> {
  // Before its first query it is not connected, and would say that it cannot be.
  if ((await orm.checkConnection()).ok) return true;
  await orm.connect();
  return (await orm.checkConnection()).ok;
}

/** Limits of connections. */
export interface ConnectionLimits {
  /** Milliseconds without a word after which a connection is taken for lost; `null`: never. */
  readonly silentMs?: number | null;
  /**
   * Longest life of a connection, in seconds. A busy one keeps plans that were made before its tables
   * had grown, even when they are analyzed: in the next they are made anew.
   */
  readonly lifeSeconds?: number;
}

/**
 * Opens the database for one subgraph's schema; the URL decides with which role's rights.
 * @throws {OperatorError} when row-level security does not bind the role, or nothing answers
 */
export async function openOrm(
  storage: Storage,
  clientUrl: string,
  poolMax = 10,
  { silentMs = SILENT_MS, lifeSeconds = LIFE_SECONDS }: ConnectionLimits = {},
): Promise<MikroORM> {
  await refuseUnboundRole(clientUrl, storage.schema);
  return MikroORM.init(
    defineConfig({
      clientUrl,
      schema: storage.schema,
      entities: storage.entities,
      extensions: [Migrator],
      forceUtcTimezone: true,
      logger: () => undefined, // its messages hold statements, and statements hold people
      pool: { min: 0, max: poolMax },
      driverOptions: {
        connectionTimeoutMillis: CONNECTION_MS,
        maxLifetimeSeconds: lifeSeconds,
        pipeline: true,
        onPoolCreated(pool: Pool) {
          giveBackEnded(pool);
          traceStatements(pool); // of what is sent, so before what holds statements back
          beginAlong(pool);
        },
        ...(silentMs !== null && { stream: watchedSocket(silentMs) }),
      },
      migrations: {
        migrationsList: storage.migrations,
        tableName: 'migration',
        schema: storage.schema,
        snapshot: false,
        disableForeignKeys: false,
      },
      schemaGenerator: {
        disableForeignKeys: false,
        ignoreSchema: SCHEMAS.filter((name) => name !== storage.schema),
      },
    }),
  );
}
