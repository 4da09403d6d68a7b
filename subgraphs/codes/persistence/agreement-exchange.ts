import type { MikroORM } from '@mikro-orm/postgresql';
import { PUBLISHER } from '../../kit/scope/row-policies.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { chooseIncoming, incomingOf, pairsOf } from '../domain/agreement/choose-incoming.ts';
import type { Pair } from '../domain/agreement/agreement-store.ts';
import { takeInAgreement, type TakenIn } from '../domain/agreement/take-in-agreement.ts';
import { openAgreementWithdrawal } from '../domain/recognition/agreement-withdrawal.ts';
import { readAgreement, writeSigned } from '../domain/recognition/signed-agreement.ts';
import type { Verify } from '../domain/token/keys.ts';
import type { TrustIndex } from '../domain/trust/trust-list.ts';
import { AgreementRow, AgreementWithdrawalRow } from './agreement.entity.ts';
import { agreementStore } from './agreement.store.ts';

/** What exchanging needs. */
export interface ExchangeParts {
  readonly orm: MikroORM;
  readonly trust: () => TrustIndex | null;
  readonly verify: Verify;
  readonly now: () => Date;
}

/** Agreements between stacks. */
export interface AgreementExchange {
  /**
   * What a region has signed and others may need: its agreements that are not over, half signed
   * ones too, and its withdrawals. Each is taken in elsewhere by itself, in any order.
   */
  outgoing(region: string): Promise<readonly Uint8Array[]>;
  /** Takes in one of them. Never rejects for what it says. */
  incoming(bytes: Uint8Array): Promise<TakenIn>;
  /**
   * Takes in what another stack answers, as far as it is about a pair of listed regions and is not kept
   * yet; no more than some hundred at a time. What other stacks agree on counts here too: whoever may ask
   * for their regions is answered by it.
   */
  incomingFrom(
    answer: readonly Uint8Array[],
    isLocal: (region: string) => boolean,
  ): Promise<readonly TakenIn[]>;
}

/** How many a stack may send too many before it is listened to no longer: each is compared with all others. */
const TOO_MANY_MAX = 10;

const SCOPE = { regions: [], residents: [], subject: PUBLISHER };

/** Opens the exchange of agreements between stacks. Source: RULES.md §8.7. */
export function agreementExchange({ orm, trust, verify, now }: ExchangeParts): AgreementExchange {
  async function incoming(bytes: Uint8Array, isOwn?: (pair: Pair) => boolean): Promise<TakenIn> {
    const index = trust();
    if (!index) return { fault: 'NOT_SIGNED' };
    return inScope(orm, SCOPE, (tx) =>
      takeInAgreement(bytes, {
        ...{ store: agreementStore(tx), trust: index, verify },
        ...(isOwn && { isOwn }),
      }),
    );
  }

  return {
    incoming: (bytes) => incoming(bytes),
    async outgoing(region) {
      const index = trust();
      if (!index) return [];
      const { agreements, withdrawals } = await inScope(orm, SCOPE, async (tx) => {
        const em = await tx();
        return {
          agreements: await em.find(AgreementRow, { $or: [{ region }, { issuer: region }] }),
          withdrawals: await em.find(AgreementWithdrawalRow, { side: region }),
        };
      });
      const read = await Promise.all(
        agreements.map(({ signed }) => readAgreement(signed, index, verify)),
      );
      const current = read
        .flatMap((one) => ('fault' in one ? [] : [one]))
        .filter(({ agreement: { receiver }, signedBy }) =>
          receiver === region ? signedBy.receiver : signedBy.issuer,
        )
        .filter(({ agreement }) => agreement.validTo > now());
      const opened = await Promise.all(
        withdrawals.map(async ({ signed }) => {
          const one = await openAgreementWithdrawal(signed, index, verify);
          return one?.by === region ? [signed] : [];
        }),
      );
      return [...current.map(writeSigned), ...opened.flat()];
    },
    async incomingFrom(answer, isLocal) {
      const index = trust();
      const isOwn = ({ receiver, issuer }: Pair) => isLocal(receiver) || isLocal(issuer);
      const found = incomingOf(
        answer,
        ({ receiver, issuer }) =>
          index?.region(receiver) !== undefined && index.region(issuer) !== undefined,
      );
      if (found.length === 0) return [];
      const { kept, withdrawals } = await inScope(orm, SCOPE, async (tx) => {
        const store = agreementStore(tx);
        const pairs = pairsOf(found);
        return {
          kept: await store.ofPairs(pairs),
          withdrawals: await store.withdrawalsOf(pairs),
        };
      });
      const taken: TakenIn[] = [];
      let tooMany = 0;
      for (const { bytes } of chooseIncoming(found, kept, withdrawals)) {
        const one = await incoming(bytes, isOwn);
        taken.push(one);
        if ('fault' in one && one.fault === 'TOO_MANY') tooMany += 1;
        if (tooMany > TOO_MANY_MAX) break;
      }
      return taken;
    },
  };
}
