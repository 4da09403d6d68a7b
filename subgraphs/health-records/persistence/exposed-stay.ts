import { regionOfId } from '../../kit/standards/opaque-id.ts';
import type { Transaction } from '../../kit/scope/unit-of-work.ts';
import type { RecordStore } from '../domain/record-store.ts';

const ASKED = 'select travel_history.was_exposed(?, ?, ?) as exposed';

/** Asks travel-history about a stay, through the one function that answers it. */
export function exposedStay(tx: Transaction): Pick<RecordStore, 'wasExposed'> {
  return {
    async wasExposed(residentId, stayId) {
      const region = regionOfId(stayId);
      if (region === null) return false;
      const em = await tx();
      const given = [region, residentId, stayId];
      const [row] = await em.execute<{ exposed: boolean }[]>(ASKED, given);
      return row?.exposed ?? false;
    },
  };
}
