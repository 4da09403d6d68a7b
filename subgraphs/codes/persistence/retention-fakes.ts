import { clearing } from '../clearing.ts';
import type { Policy } from '../domain/color/policy.ts';
import { codesPublisher, NATIONAL_EDITIONS, nationalPolicy } from '../publish.ts';
import { toIncoming } from './event-reader.ts';
import { intakeWorld, REGION, type GivenEvent } from './intake-fakes.ts';

/** From when the policies of these tests are in force. */
export const SINCE = new Date('2022-01-01T00:00:00Z');

/** The eighth edition, but for check-ins that are owed: nobody here checks in daily. */
export const eighth = ((): Policy => {
  const policy = nationalPolicy(NATIONAL_EDITIONS[0], REGION, 2, SINCE);
  const rules = policy.rules.filter(({ condition }) => condition.kind !== 'CHECK_INS_LAPSED');
  return { ...policy, rules };
})();

/** Codes over an empty database under {@link eighth}, which take in and clear at given instants. */
export async function retentionWorld() {
  const world = await intakeWorld();
  const publisher = await codesPublisher(world.database.urls.tongma_codes);
  await publisher.policy(eighth);
  await publisher.close();

  return {
    ...world,

    async takeIn(events: readonly GivenEvent[], occurredAt: Date): Promise<void> {
      world.clock.at = occurredAt;
      const read = events.map((event) => ({
        ...{ ...event, region: REGION, occurredAt },
        incoming: toIncoming({ ...event, occurredAt }),
      }));
      await world.inRegion(REGION, (intake) => intake.takeIn(read));
    },

    async clear(at: Date, policies: readonly Policy[] = [eighth]): Promise<void> {
      const { orm, parts } = world;
      await clearing({
        ...{ orm, log: parts.log, now: () => at, foreignPolicies: () => [] },
        reference: () => ({ policies, agreements: [] }),
      }).run();
    },

    /** Ids of the evidence that is there. */
    async evidence(): Promise<string[]> {
      const rows = await world.rows<{ id: string }>('select id from codes.evidence order by id');
      return rows.map(({ id }) => id);
    },
  };
}

/** What {@link retentionWorld} gives. */
export type RetentionWorld = Awaited<ReturnType<typeof retentionWorld>>;
