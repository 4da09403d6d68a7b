import { DomainError } from '../../kit/domain-error.ts';
import type { SignToken } from '../domain/code/issue-code.ts';
import { issueToken } from '../domain/token/issue-token.ts';
import type { TrustIndex } from '../domain/trust/trust-list.ts';
import type { RegionSigners } from './key-file.ts';

/** Signs tokens with the issuing keys of their region. */
export function tokenSigner(keys: RegionSigners, trust: () => TrustIndex | null): SignToken {
  return async (token, { color, code, holderKey }) => {
    const signer = keys.signer(token.region, token.kind === 'PAPER' ? 'paper' : 'dynamic');
    if (!signer) throw new Error('This region has no issuing key here.');
    if (trust()?.key(signer.kid)?.state === 'TERMINATED') {
      throw new DomainError('CONFLICT', 'The issuing key of this region was withdrawn.');
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
