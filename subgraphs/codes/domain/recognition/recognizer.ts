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
  /** A receipt that proves the verdict; '' when the region has no key for it. */
  readonly receiptFor: (request: ReceiptRequest) => Promise<string>;
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
  const { reference, divisions, receiptFor, onVerdict, now, onFault } = ports;
  const verdictOn = verdictMaker({ ...ports, mode: 'ONLINE' });

  async function recognition(
    item: Presented,
    by: Identity,
    data: ReferenceData,
  ): Promise<Recognition> {
    const presentedIn = divisions.nearestOf(data.regions, item.region) ?? item.region;
    const verdict = await verdictOn(item.text, presentedIn, data, by.subject);
    onVerdict(verdict);
    const request = { text: item.text, client: by.subject, verdict, at: now() };
    const receipt = await receiptFor(request).catch((error: unknown) => {
      onFault(error);
      return '';
    });
    return recognitionOf(verdict, data, receipt);
  }

  async function many(items: readonly Presented[], by: Identity): Promise<readonly Recognition[]> {
    const data = reference();
    checkCall(items, by, divisions, data.regions);
    return Promise.all(items.map((item) => recognition(item, by, data)));
  }

  return {
    many,
    async one(item, by) {
      const data = reference();
      checkCall([item], by, divisions, data.regions);
      return recognition(item, by, data);
    },
  };
}
