import { DomainError } from '../../kit/domain-error.ts';
import type { SignToken } from '../domain/code/issue-code.ts';
import { issueToken } from '../domain/token/issue-token.ts';
import type { RegionSigners } from './key-file.ts';

/** Signs tokens with the issuing keys of their region that were in force when they were issued. */
export function tokenSigner(keys: RegionSigners): SignToken {
  return async (token, { color, code, holderKey }) => {
    const use = token.kind === 'PAPER' ? 'paper' : 'dynamic';
    const signer = keys.signer(token.region, use, token.issuedAt);
    if (!signer) {
      throw new DomainError('CONFLICT', 'The trust list has no issuing key of this region.');
    }
    const { region, cti, kind, statusIndex, issuedAt, expiresAt } = token;
    return issueToken(
      {
        ...{ issuer: region, cti, kind, statusIndex, issuedAt, expiresAt, color },
        heldByProxy: code.heldByProxy,
        maskedName: code.maskedName ?? '',
        birthMonthDay: code.birthMonthDay ?? '0000',
        policyId: String(code.policyVersion ?? 0),
        holderKey: holderKey === null ? null : Buffer.from(holderKey, 'base64url'),
      },
      signer,
    );
  };
}
