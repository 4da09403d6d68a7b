import type { MikroORM } from '@mikro-orm/postgresql';
import type { Actor } from '../../subgraphs/kit/audit/notes.ts';
import type { AuditNote } from '../../subgraphs/kit/audit/trail.ts';
import type { Identity } from '../../subgraphs/kit/identity.ts';
import { inScope } from '../../subgraphs/kit/scope/unit-of-work.ts';

/** Writes one entry of the audit log. @throws {DomainError} AUDIT_UNAVAILABLE */
export type GatewayTrail = (actor: Actor, note: AuditNote) => Promise<void>;

/** Region of what is about no one region. */
export const ALL_REGIONS = '000000';
const NO_ROWS = { regions: [], residents: [], subject: '' } as const;

/** Writes what the gateway itself decides, each in a transaction of its own. */
export function gatewayTrail(orm: MikroORM): GatewayTrail {
  return async (actor, note) => {
    await inScope(
      orm,
      NO_ROWS,
      (_transaction, audit) => {
        audit.note(note);
        return Promise.resolve();
      },
      actor,
    );
  };
}

/** Region in whose chain what an account does at the gateway stands. */
export function regionOf({ grants, regions }: Pick<Identity, 'grants' | 'regions'>): string {
  return [...grants, ...regions].find((region) => /^\d{6}$/.test(region)) ?? ALL_REGIONS;
}
