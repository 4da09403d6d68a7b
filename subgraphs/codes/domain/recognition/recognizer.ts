import { DomainError } from '../../../kit/domain-error.ts';
import type { Identity } from '../../../kit/identity.ts';
import type { DivisionBook } from '../../../kit/standards/gbt2260.ts';
import { checkCall, type Presented } from './check-call.ts';
import type { ReceiptRequest } from './receipt.ts';
import type { CurrentReference, ReferenceData, Region } from './reference.ts';
import { verdictMaker, type VerdictPorts } from './verdict-maker.ts';
import type { Verdict } from './verdict.ts';

/** A verdict with its regions and its receipt, as the graph gives it. */
export type Recognition = Omit<Verdict, 'issuer' | 'presentedIn'> & {
  readonly issuer: Region | null;
  readonly presentedIn: Region;
  readonly receipt: string;
};

/** What recognition needs of the place where it runs. */
export interface RecognizerPorts extends Omit<VerdictPorts, 'mode'> {
  readonly reference: CurrentReference;
  readonly divisions: DivisionBook;
  /** Receipts that prove verdicts, in order; '' where there is none, for want of a key. Never rejects. */
  readonly receiptsFor: (requests: readonly ReceiptRequest[]) => Promise<readonly string[]>;
  /** Is told of every verdict. */
  readonly onVerdict: (verdict: Verdict) => void;
}

/** Verdicts of receiving regions on codes as presented. */
export interface Recognizer {
  /** @throws {DomainError} for the call as a whole: see checkCall */
  one(item: Presented, by: Identity): Promise<Recognition>;
  /** In order; one bad code spoils no other. @throws {DomainError} for the call as a whole */
  many(items: readonly Presented[], by: Identity): Promise<readonly Recognition[]>;
}

/** A verdict with its regions in place of their ids. */
export function recognitionOf(
  verdict: Verdict,
  { regions }: Pick<ReferenceData, 'regions'>,
  receipt: string,
): Recognition {
  const presentedIn = regions.get(verdict.presentedIn);
  if (!presentedIn) throw new DomainError('INTERNAL', 'A checked region is gone.');
  const issuer = verdict.issuer === null ? null : (regions.get(verdict.issuer) ?? null);
  return { ...verdict, issuer, presentedIn, receipt };
}

/** Makes the recognizer. One engine for one code and for a thousand. */
export function createRecognizer(ports: RecognizerPorts): Recognizer {
  const { reference, divisions, receiptsFor, onVerdict, now } = ports;
  const verdictsOn = verdictMaker({ ...ports, mode: 'ONLINE' });

  async function many(items: readonly Presented[], by: Identity): Promise<readonly Recognition[]> {
    const data = reference();
    checkCall(items, by, divisions, data.regions);
    const shown = items.map(({ text, region }) => ({
      text,
      presentedIn: divisions.nearestOf(data.regions, region) ?? region,
    }));
    const verdicts = await verdictsOn(shown, data, by.subject);
    verdicts.forEach(onVerdict);
    const client = by.subject;
    const at = now();
    const requests = verdicts.map((verdict, place) => {
      const text = items[place]?.text ?? '';
      return { text, client, verdict, at };
    });
    const receipts = await receiptsFor(requests);
    return verdicts.map((verdict, place) => recognitionOf(verdict, data, receipts[place] ?? ''));
  }

  return {
    many,
    async one(item, by) {
      const [recognition] = await many([item], by);
      if (!recognition) throw new DomainError('INTERNAL', 'A code has no verdict.');
      return recognition;
    },
  };
}
