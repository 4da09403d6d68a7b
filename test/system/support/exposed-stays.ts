import { newId } from '../../../subgraphs/kit/new-id.ts';
import { asSuperuser } from './superuser.ts';

/**
 * Lets a stay have been in a risk area until an hour ago: a bulletin would be one for the whole
 * stack, and stand in the way of other tests' bulletins.
 */
export async function wasInRiskArea(residentId: string, stayId: string): Promise<void> {
  const region = residentId.slice(0, 6);
  await asSuperuser((client) =>
    client.query(
      `insert into travel_history.exposure
         (region, stay_id, area_id, resident_id, event_id, level, begun_at, ended_at)
       values ($1, $2, $3, $4, $5, 'HIGH', now() - interval '1 day', now() - interval '1 hour')`,
      [region, stayId, newId('000000'), residentId, newId(region)],
    ),
  );
}
