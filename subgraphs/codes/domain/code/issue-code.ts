import { refuseIf } from '../../../kit/allowed-action.ts';
import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import { requireResident, type Identity } from '../../../kit/identity.ts';
import { checkedReason } from '../../../kit/reason.ts';
import { shanghaiDay } from '../../../kit/standards/shanghai-day.ts';
import type { Color } from '../color/color.ts';
import { againstIssuing, againstWithdrawing } from './code-actions.ts';
import { decodeBase45, encodeBase45 } from '../token/base45.ts';
import { PARTS_MAX, PLACES } from '../status/place.ts';
import type { CodeStore } from './code-store.ts';
import type { HealthCode } from './health-code.ts';
import { DYNAMIC_HOURS, PAPER_DAYS, type IssuedKind, type IssuedToken } from './issued-token.ts';

/** Signs the text of a token. Throws when the region has no key of that kind. */
export type SignToken = (
  token: IssuedToken,
  holder: {
    readonly color: Color;
    readonly code: HealthCode;
    /** 32 bytes, base64url. */
    readonly holderKey: string | null;
  },
) => Promise<string>;

/** What issuing needs besides the store. */
export interface IssuePorts {
  readonly store: CodeStore;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly randomBytes: (length: number) => Uint8Array;
  /** A random whole number from 0 to `below` - 1. */
  readonly randomBelow: (below: number) => number;
  readonly signToken: SignToken;
}

/** Which code is made. */
export interface IssueRequest {
  readonly residentId: string;
  readonly kind: IssuedKind;
  readonly paperDays?: number | null | undefined;
  /** The holder's Ed25519 key, 32 bytes, base64url: with it a dynamic code is presented live. */
  readonly holderKey?: string | null | undefined;
}

/** A code as handed to its holder. */
export interface IssuedCode {
  readonly code: HealthCode;
  readonly kind: IssuedKind;
  /** `HCN1:…`, for a QR code. */
  readonly text: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** Under which the same text is given again for an Idempotency-Key. */
  readonly resultId: string;
}

const HOUR_MS = 3_600_000;
/** Of the most places three of four may be taken: forty draws all fail for one token in 100,000. */
const TRIES = 48;
/** Exactly 32 bytes: the last of 43 characters has four bits of them. Source: RFC 4648 §5. */
const KEY_TEXT = /^[\w-]{42}[AEIMQUYcgkosw048]$/;
/** A result's id: region, cti of 8 bytes in base 45, holder key where there is one. */
const RESULT = /^(\w+)\/(.{12})([\w-]*)$/;

function expiry(kind: IssuedKind, issuedAt: Date, paperDays: number | null): Date {
  const hours = kind === 'DYNAMIC' ? DYNAMIC_HOURS : (paperDays ?? PAPER_DAYS.least) * 24;
  return new Date(issuedAt.getTime() + hours * HOUR_MS);
}

function checkDays(kind: IssuedKind, paperDays: number | null): void {
  if (paperDays === null) return;
  const { least, most } = PAPER_DAYS;
  if (kind === 'DYNAMIC' || paperDays < least || paperDays > most) {
    throw new DomainError('BAD_USER_INPUT', `Paper lives ${least} to ${most} days.`, {
      fields: ['input.paperDays'],
    });
  }
}

function checkHolderKey(kind: IssuedKind, holderKey: string | null): void {
  if (holderKey === null || (kind === 'DYNAMIC' && KEY_TEXT.test(holderKey))) return;
  throw new DomainError('BAD_USER_INPUT', 'A holder key is 32 bytes, of a dynamic code alone.', {
    fields: ['input.holderKey'],
  });
}

/** Use cases of issuing and voiding tokens. */
export function issueUseCases(ports: IssuePorts) {
  const { store, audit, now, randomBytes, randomBelow, signToken } = ports;

  function tokenFor(
    code: HealthCode,
    kind: IssuedKind,
    paperDays: number | null,
    indexes: number,
  ): IssuedToken {
    const issuedAt = new Date(Math.floor(now().getTime() / 1_000) * 1_000); // tokens count seconds
    return {
      region: code.region,
      cti: randomBytes(8),
      codeId: code.id,
      residentId: code.residentId,
      kind,
      statusIndex: randomBelow(indexes),
      issuedOn: shanghaiDay(issuedAt),
      issuedAt,
      expiresAt: expiry(kind, issuedAt, paperDays),
    };
  }

  async function kept(
    code: HealthCode,
    kind: IssuedKind,
    days: number | null,
  ): Promise<IssuedToken> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      // Where one place after the other is taken, the list is full: it gets twice as many.
      const token = tokenFor(code, kind, days, PLACES * Math.min(2 ** attempt, PARTS_MAX));
      const today = kind === 'DYNAMIC' ? await store.dynamicToken(code, token.issuedOn) : null;
      if (today) return today;
      if ((await store.addToken(token)) === 'STORED') return token;
    }
    throw new Error('No free place was found in the status list.');
  }

  async function issued(
    code: HealthCode,
    token: IssuedToken,
    holderKey: string | null,
  ): Promise<IssuedCode> {
    const { color } = code;
    if (color === null) throw new Error('A code without a color has no text.');
    const { kind, region, cti, issuedAt, expiresAt } = token;
    const text = await signToken(token, { color, code, holderKey });
    const resultId = `${region}/${encodeBase45(cti)}${holderKey ?? ''}`;
    return { code, kind, text, issuedAt, expiresAt, resultId };
  }

  return {
    /**
     * Gives a code's text. A dynamic code has one token a day: asking again gives the same cti,
     * also for another holder key.
     * Source: GB/T 38963, make code and call code.
     * @throws {DomainError} NOT_FOUND, ILLEGAL_TRANSITION, BAD_USER_INPUT
     */
    async issue(request: IssueRequest, by: Identity): Promise<IssuedCode> {
      const { residentId, kind, paperDays = null, holderKey = null } = request;
      checkDays(kind, paperDays);
      checkHolderKey(kind, holderKey);
      requireResident(by, residentId);
      const code = await store.ofResident(residentId);
      if (!code) throw new DomainError('NOT_FOUND', 'This resident has no code.');
      refuseIf(againstIssuing(code, by));
      const token = await kept(code, kind, paperDays);
      const { region, id: objectId } = code;
      audit.note({ region, action: 'CODE_ISSUED', residentId, objectId, detail: { kind } });
      return issued(code, token, holderKey);
    },

    /** A text that was given before, for the same attempt; null when it can no longer be given. */
    async again(resultId: string): Promise<IssuedCode | null> {
      const [, region = '', cti = '', holderKey = ''] = RESULT.exec(resultId) ?? [];
      const token = await store.token(region, decodeBase45(cti) ?? new Uint8Array());
      if (!token) return null;
      const code = await store.find(token.codeId);
      return code?.color == null ? null : issued(code, token, holderKey || null);
    },

    /**
     * Voids every text issued for a code so far; a new one can be issued.
     * @throws {DomainError} NOT_FOUND, BAD_USER_INPUT
     */
    async withdraw(codeId: string, given: string, by: Identity): Promise<HealthCode> {
      const reason = checkedReason(given);
      const code = await store.find(codeId);
      if (!code) throw new DomainError('NOT_FOUND', 'No such code.');
      refuseIf(againstWithdrawing(code, by));
      const { region, residentId } = code;
      const tokens = await store.withdrawTokens(code, { at: now(), by: by.subject, reason });
      audit.note({
        ...{ region, action: 'CODE_WITHDRAWN', residentId, objectId: codeId, reason },
        detail: { tokens },
      });
      return code;
    },
  };
}
