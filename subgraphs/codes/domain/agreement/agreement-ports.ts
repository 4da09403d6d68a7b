import type { AuditTrail } from '../../../kit/audit/trail.ts';
import { DomainError } from '../../../kit/domain-error.ts';
import type { Signer } from '../token/keys.ts';
import type { AgreementStore, Pair } from './agreement-store.ts';
import type { AgreementCounts } from './dry-run.ts';
import { openAll, type ReadAgreement, type VerifyPorts } from './known-agreements.ts';
import type { AgreementFault } from './terms.ts';

/** What agreements need of the place where they are made. */
export interface AgreementPorts extends VerifyPorts {
  readonly store: AgreementStore;
  readonly counts: AgreementCounts;
  readonly audit: AuditTrail;
  readonly now: () => Date;
  readonly isRegion: (id: string) => boolean;
  /** Key of use `policy` of a region; undefined where its keys are not here. */
  readonly policyKey: (region: string) => Signer | undefined;
}

/** Faults that a refusal spells out. */
const FAULTS_SAID = 5;

/** Refuses terms with faults, each with its place. @throws {DomainError} BAD_USER_INPUT */
export function refuseTerms(faults: readonly AgreementFault[]): void {
  if (faults.length === 0) return;
  const said = faults.slice(0, FAULTS_SAID).map(({ path, message }) => `${path}: ${message}`);
  throw new DomainError('BAD_USER_INPUT', said.join(' '), {
    fields: faults.map(({ path }) => `input.${path}`),
  });
}

/** What stands against signing for a region here; null when nothing does. */
export function againstSigning(
  region: string,
  { policyKey, trust }: Pick<AgreementPorts, 'policyKey' | 'trust'>,
): DomainError | null {
  const signer = policyKey(region);
  const key = signer && trust()?.key(signer.kid);
  if (key?.state === 'ACTIVE' && key.region === region && key.use === 'policy') return null;
  return new DomainError(
    'CONFLICT',
    'The key with which this region signs agreements is not here.',
  );
}

/** The key with which a region signs. @throws {DomainError} CONFLICT */
export function signerOf(
  region: string,
  ports: Pick<AgreementPorts, 'policyKey' | 'trust'>,
): Signer {
  const signer = ports.policyKey(region);
  const obstacle = againstSigning(region, ports);
  if (!signer || obstacle) throw obstacle ?? new Error('A key is gone.');
  return signer;
}

/** All versions of one pair, verified. */
export async function versionsOf(
  { receiver, issuer }: Pair,
  ports: AgreementPorts,
): Promise<readonly ReadAgreement[]> {
  return openAll(await ports.store.ofPairs([{ receiver, issuer }]), ports);
}
