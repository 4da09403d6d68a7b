import type { MikroORM } from '@mikro-orm/postgresql';
import { systemIdentity } from '../../kit/identity.ts';
import type { Log } from '../../kit/log.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { conversionServer, type ConversionServerPorts } from '../domain/exchange/conversion.ts';
import type { AskRegion } from '../domain/exchange/fetch-conversion.ts';
import { takeOffer } from '../persistence/conversion-courier.ts';
import { REQUEST_MAX } from '../domain/exchange/request.ts';
import { postCose, RefusedByPeerError } from './post-cose.ts';
import type { ExchangeAnswer } from './serve-lists.ts';

/** Where stacks ask each other for a registration that is offered to them. */
export const CONVERSION_PATH = '/exchange/conversion';
/** A person waits. */
const LIMITS = { timeoutMs: 8_000, longest: REQUEST_MAX } as const;

/** What carrying registrations needs. */
export interface ConversionParts extends Omit<ConversionServerPorts, 'take'> {
  readonly orm: MikroORM;
  readonly log: Log;
}

/** Both ends of carrying a registration between regions, of this stack or another. */
export interface Conversions {
  readonly answer: ExchangeAnswer;
  readonly ask: AskRegion;
}

/** Opens carrying registrations: within this stack the same request is answered without HTTP. */
export function openConversions({ orm, log, ...ports }: ConversionParts): Conversions {
  const answer = conversionServer({
    ...ports,
    take: ({ offerId, issuer, receiver }, at) =>
      inScope(orm, systemIdentity('conversion', issuer), async (tx, audit) => {
        const taken = await takeOffer(await tx(), { offerId, issuer, receiver }, at);
        if (!taken) return null;
        const { residentId, first, ...given } = taken;
        if (first) {
          audit.note({
            ...{ region: issuer, action: 'REGISTRATION_HANDED_OVER', residentId },
            ...{ objectId: offerId, detail: { receiver } },
          });
        }
        return given;
      }),
  });

  return {
    answer,
    async ask(region, request) {
      if (ports.isLocal(region)) {
        const given = await answer(request);
        return given instanceof Uint8Array ? given : 'REFUSED';
      }
      const endpoint = ports.ground().trust?.region(region)?.endpoint;
      if (endpoint === undefined) return 'UNREACHABLE';
      try {
        return await postCose(`${endpoint}${CONVERSION_PATH}`, request, LIMITS);
      } catch (err) {
        if (err instanceof RefusedByPeerError && err.status === 403) return 'REFUSED';
        log.warn({ err, region }, 'a region was not reached for a conversion');
        return 'UNREACHABLE';
      }
    },
  };
}
