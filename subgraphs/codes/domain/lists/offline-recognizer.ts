import { unavailableVerdict } from '../recognition/unavailable-verdict.ts';
import type { Verdict } from '../recognition/verdict.ts';
import { verdictMaker, type VerdictPorts } from '../recognition/verdict-maker.ts';
import type { HeldLists } from './held-lists.ts';
import { listedSource } from './listed-status.ts';

/** What the offline recognizer needs of the place where it runs. */
export interface OfflinePorts extends Omit<VerdictPorts, 'mode' | 'statuses' | 'shared'> {
  /** Lists in use now; null when there are none. */
  readonly lists: () => HeldLists | null;
}

/** The verdict of a region on a text as scanned; never rejects. */
export type OfflineVerdict = (text: string, presentedIn: string) => Promise<Verdict>;

/**
 * Verdicts from lists that are held, by the engine that the service uses. Where there are no lists,
 * or no terms of the region, nothing is said against a code: CROSS_CHECK, UNAVAILABLE.
 * Source: DESIGN.md §6.
 */
export function offlineRecognizer(ports: OfflinePorts): OfflineVerdict {
  const { lists } = ports;
  const statuses = listedSource((issuer) => lists()?.issuers.get(issuer));
  const shared = (issuer: string, receiver: string) =>
    lists()?.evidence?.get(`${issuer} ${receiver}`);
  const verdictsOn = verdictMaker({ ...ports, statuses, shared, mode: 'OFFLINE' });
  return async (text, presentedIn) => {
    const held = lists();
    const terms = held?.terms.get(presentedIn);
    const unavailable = () => {
      const trustListVersion = held?.trust.list.version ?? 0;
      return unavailableVerdict({ presentedIn, mode: 'OFFLINE', trustListVersion });
    };
    if (!held || !terms) return unavailable();
    const { trust, agreements } = held;
    const { policies, expiresAt: termsExpireAt } = terms;
    const data = { trust, agreements, policies, termsExpireAt };
    const [verdict] = await verdictsOn([{ text, presentedIn }], data);
    return verdict ?? unavailable();
  };
}
