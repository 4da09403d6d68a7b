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

/**
 * Has single questions answered together that come while others are being answered: `answerAll` gives
 * an answer for each, in order, or an error for one that has none.
 */
export type Together = <Question, Answer>(
  answerAll: (questions: readonly Question[]) => Promise<readonly (Answer | Error)[]>,
) => (question: Question) => Promise<Answer>;

/** What recognition needs of the place where it runs. */
export interface RecognizerPorts extends Omit<VerdictPorts, 'mode'> {
  readonly reference: CurrentReference;
  readonly divisions: DivisionBook;
  /** Receipts that prove verdicts, in order; '' where there is none, for want of a key. Never rejects. */
  readonly receiptsFor: (requests: readonly ReceiptRequest[]) => Promise<readonly string[]>;
  readonly together: Together;
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

/** A code, and who asks about it. */
interface Call {
  readonly item: Presented;
  readonly by: Identity;
}

/** Makes the recognizer. One engine for one code and for a thousand. */
export function createRecognizer(ports: RecognizerPorts): Recognizer {
  const { reference, divisions, receiptsFor, onVerdict, now } = ports;
  const verdictsOn = verdictMaker({ ...ports, mode: 'ONLINE' });

  function check(items: readonly Presented[], by: Identity): void {
    checkCall(items, by, divisions, reference().regions);
  }

  /** A refusal of one takes none of the others along. */
  function attempt(verdict: Verdict, data: ReferenceData, receipt: string) {
    try {
      return recognitionOf(verdict, data, receipt);
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  /** In order; all go from step to step together, whoever asks. */
  async function recognitions(calls: readonly Call[]): Promise<readonly (Recognition | Error)[]> {
    const data = reference();
    const shown = calls.map(({ item: { text, region }, by }) => ({
      ...{ text, caller: by.subject },
      presentedIn: divisions.nearestOf(data.regions, region) ?? region,
    }));
    const verdicts = await verdictsOn(shown, data);
    verdicts.forEach(onVerdict);
    const at = now();
    const requests = verdicts.map((verdict, place) => {
      const { text = '', caller: client = '' } = shown[place] ?? {};
      return { text, client, verdict, at };
    });
    const receipts = await receiptsFor(requests);
    return verdicts.map((verdict, place) => attempt(verdict, data, receipts[place] ?? ''));
  }

  const recognition = ports.together(recognitions);

  return {
    async one(item, by) {
      check([item], by);
      return recognition({ item, by });
    },
    async many(items, by) {
      check(items, by);
      const found = await recognitions(items.map((item) => ({ item, by })));
      return found.map((one) => {
        if (one instanceof Error) throw one;
        return one;
      });
    },
  };
}
