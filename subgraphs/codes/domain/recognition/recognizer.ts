import { DomainError } from '../../../kit/domain-error.ts';
import type { Identity } from '../../../kit/identity.ts';
import type { DivisionBook } from '../../../kit/standards/gbt2260.ts';
import type { Verify } from '../token/keys.ts';
import { verifyToken, type TokenCheck } from '../token/verify-token.ts';
import { agreementFor } from './agreement.ts';
import { checkCall, type Presented } from './check-call.ts';
import type { ReceiptRequest } from './receipt.ts';
import { recognize } from './recognize.ts';
import { policyFor, type CurrentReference, type ReferenceData, type Region } from './reference.ts';
import type { StatusSource } from './status-source.ts';
import { unavailableVerdict } from './unavailable-verdict.ts';
import type { Verdict } from './verdict.ts';

/** A verdict with its regions and its receipt, as the graph gives it. */
export type Recognition = Omit<Verdict, 'issuer' | 'presentedIn'> & {
  readonly issuer: Region | null;
  readonly presentedIn: Region;
  readonly receipt: string;
};

/** What recognition needs of the place where it runs. */
export interface RecognizerPorts {
  readonly reference: CurrentReference;
  readonly divisions: DivisionBook;
  readonly verify: Verify;
  readonly statuses: StatusSource;
  /** A receipt that proves the verdict; '' when the region has no key for it. */
  readonly receiptFor: (request: ReceiptRequest) => Promise<string>;
  /** Is told of every verdict. */
  readonly onVerdict: (verdict: Verdict) => void;
  readonly now: () => Date;
  /** Is told of every internal fault; the caller gets CROSS_CHECK. */
  readonly onFault: (error: unknown) => void;
}

/** Verdicts of receiving regions on codes as presented. */
export interface Recognizer {
  /** @throws {DomainError} for the call as a whole: see checkCall */
  one(item: Presented, by: Identity): Promise<Recognition>;
  /** In order; one bad code spoils no other. @throws {DomainError} for the call as a whole */
  many(items: readonly Presented[], by: Identity): Promise<readonly Recognition[]>;
}

const NOT_TRUSTED: TokenCheck = { status: 'ISSUER_NOT_TRUSTED', claims: null };
const BROKEN: TokenCheck = { status: 'MALFORMED', claims: null };

/** Makes the recognizer. One engine for one code and for a thousand. */
export function createRecognizer(ports: RecognizerPorts): Recognizer {
  const { reference, divisions, verify, statuses, receiptFor, onVerdict, now, onFault } = ports;

  async function checkToken(text: string, { trust }: ReferenceData, at: Date) {
    if (!trust)
      return text.startsWith('HCN1:')
        ? NOT_TRUSTED
        : { ...BROKEN, status: 'NOT_SUPPORTED' as const };
    return verifyToken(text, { trust, verify, now: at });
  }

  async function statusOf({ status, claims }: TokenCheck, needed: boolean) {
    if (status !== 'VERIFIED' || !claims || !needed) return null;
    try {
      return await statuses.statusOf(claims.issuer, claims.cti);
    } catch (error) {
      onFault(error);
      return 'UNAVAILABLE' as const;
    }
  }

  async function verdictOn(
    text: string,
    presentedIn: string,
    data: ReferenceData,
  ): Promise<Verdict> {
    const at = now();
    const token = await checkToken(text, data, at);
    const issuer = token.claims?.issuer;
    const own = issuer === presentedIn;
    const agreement =
      own || issuer === undefined ? null : agreementFor(data.agreements, presentedIn, issuer, at);
    const status = await statusOf(token, own || agreement !== null);
    return recognize({
      ...{ token, status, agreement, presentedIn, now: now(), mode: 'ONLINE' },
      policy: policyFor(data.policies, presentedIn, at),
      trustListVersion: data.trust?.list.version ?? 0,
      // Coarse evidence of other regions is not shared yet: what is not known stays open.
      conditions: () => 'OPEN',
      sharedColor: null,
    });
  }

  async function recognition(
    item: Presented,
    by: Identity,
    data: ReferenceData,
  ): Promise<Recognition> {
    const presentedIn = divisions.nearestOf(data.regions, item.region) ?? item.region;
    const verdict = await verdictOn(item.text, presentedIn, data).catch((error: unknown) => {
      onFault(error);
      const trustListVersion = data.trust?.list.version ?? 0;
      return unavailableVerdict({ presentedIn, mode: 'ONLINE', trustListVersion });
    });
    onVerdict(verdict);
    const request = { text: item.text, client: by.subject, verdict, at: now() };
    const receipt = await receiptFor(request).catch((error: unknown) => {
      onFault(error);
      return '';
    });
    const region = data.regions.get(presentedIn);
    if (!region) throw new DomainError('INTERNAL', 'A checked region is gone.');
    const issuer = verdict.issuer === null ? null : (data.regions.get(verdict.issuer) ?? null);
    return { ...verdict, issuer, presentedIn: region, receipt };
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
