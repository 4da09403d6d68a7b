import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import { requireRegion, type Identity } from '../../../kit/identity.ts';
import { regionOfId } from '../../../kit/standards/opaque-id.ts';
import type { Signer, Verify } from '../token/keys.ts';
import {
  converts,
  receiversOf,
  openConversionAnswer,
  signConversionRequest,
  type ConversionGround,
  type SealedRegistration,
} from './conversion.ts';

/** A region's stack, as it is asked: the answer's bytes, or that it gives none. */
export type AskRegion = (
  region: string,
  request: Uint8Array,
) => Promise<Uint8Array | 'REFUSED' | 'UNREACHABLE'>;

/** What the receiver's side needs. */
export interface FetchConversionPorts {
  readonly ground: () => ConversionGround;
  /** Key of use `evidence` of a region that is served here. */
  readonly signer: (region: string) => Signer | undefined;
  readonly ask: AskRegion;
  /** Puts what came where registrations are imported; it stays closed here. */
  readonly bring: (
    came: SealedRegistration & { readonly issuer: string; readonly receiver: string },
    at: Date,
  ) => Promise<void>;
  readonly verify: Verify;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
}

/** What was fetched and waits to be imported. */
export interface FetchedConversion {
  /** Of the offer. */
  readonly id: string;
  readonly issuer: string;
  readonly receiver: string;
  readonly expiresAt: Date;
}

const NONCE_BYTES = 16;

function refuse(field: string, message: string): DomainError {
  return new DomainError('BAD_USER_INPUT', message, { fields: [`input.${field}`] });
}

function notFound(): DomainError {
  return new DomainError('NOT_FOUND', 'Nothing is offered by this text.', {
    fields: ['input.offerId'],
  });
}

/** Use case of fetching what another region's resident offers. Source: DESIGN.md §6, Modes. */
export function fetchConversionUseCases(ports: FetchConversionPorts) {
  const { ground, signer: signerOf, ask, bring, verify, audit, now, randomBytes } = ports;
  return {
    /** Regions that residents of a region can go to now, by id. */
    receivers: (issuer: string) => receiversOf(ground().agreements, issuer, now()),

    /**
     * Fetches an offer by a signed request to the region that made it. Who asks is a person at the
     * receiver or an official for one; neither learns more than that it came.
     * @throws {DomainError} BAD_USER_INPUT, REGION_OUT_OF_SCOPE, CONFLICT, NOT_FOUND, UPSTREAM_TIMEOUT
     */
    async fetch(offerId: string, receiver: string, by: Identity): Promise<FetchedConversion> {
      const issuer = regionOfId(offerId);
      if (issuer === null) throw refuse('offerId', 'This is no offer of a region.');
      if (by.kind !== 'RESIDENT') requireRegion(by, receiver);
      const signer = signerOf(receiver);
      if (!signer) throw refuse('receiver', 'This region is not served here.');
      const at = now();
      const { trust, agreements } = ground();
      if (!trust || !converts(agreements, { receiver, issuer }, at)) {
        throw new DomainError('CONFLICT', 'No agreement lets this region take in the other.');
      }
      const nonce = randomBytes(NONCE_BYTES);
      const request = { from: receiver, to: issuer, askedAt: at, nonce };
      const answer = await ask(issuer, await signConversionRequest(request, offerId, signer));
      if (answer === 'UNREACHABLE') {
        throw new DomainError('UPSTREAM_TIMEOUT', 'The other region does not answer now.');
      }
      if (answer === 'REFUSED') throw notFound();
      const asked = { offerId, issuer, receiver, nonce };
      const came = await openConversionAnswer(answer, asked, { trust, verify, now: now() });
      if (!came) throw notFound();
      await bring({ ...came, issuer, receiver }, at);
      audit.note({
        ...{ region: receiver, action: 'REGISTRATION_FETCHED', objectId: offerId },
        detail: { issuer },
      });
      return { id: offerId, issuer, receiver, expiresAt: came.expiresAt };
    },
  };
}
