import { writeFileSync } from 'node:fs';
import { startPart, type StartedPart } from '../../../test/system/support/parts.ts';
import { REGION, type IntakeWorld } from './intake-fakes.ts';

/** Where the whole service can be held from outside, and by which lock. */
export const SERVICE_POINTS = {
  'batch: the events are read': 'lock table health_records.event in access exclusive mode',
  'batch: the codes are made': 'lock table codes.health_code in exclusive mode',
  'batch: the evidence is kept': 'lock table codes.evidence in exclusive mode',
  'batch: the leaves are kept': 'lock table codes.decision_chunk in exclusive mode',
  'batch: the decisions are saved': 'lock table codes.color_decision in exclusive mode',
  'batch: the log is written': 'lock table audit.entry in exclusive mode',
  'batch: it is committed, its job is not done': `select 1 from queue.job
    where state = 'active' and name = 'health-records.events' for update`,
  // Of the last chunk: those before it are done.
  'chunk: the codes are locked': `select 1 from codes.health_code
    where region = '${REGION}' order by id desc limit 1 for update`,
  'chunk: the decisions are saved': 'lock table codes.color_decision in exclusive mode',
  'chunk: the run is moved on': 'lock table codes.reevaluation in share mode',
} as const;

/** One of them. */
export type ServicePoint = keyof typeof SERVICE_POINTS;

/** Starts the service as split mode does, over the world's database. */
export function startService({ database }: IntakeWorld): StartedPart {
  const { urls, folder, checkpointKey } = database;
  const publicKey = String(checkpointKey.export({ type: 'spki', format: 'pem' }));
  writeFileSync(folder.keysFile, '[]', { mode: 0o600 });
  const roots = { environment: 'demo', threshold: 1, roots: ['AA=='] }; // nobody issues here
  writeFileSync(folder.trustRootsFile, JSON.stringify(roots));
  return startPart('codes', {
    ...{ CODES_PORT: '0', CODES_DATABASE_URL: urls.tongma_codes },
    ...{ CODES_RECOGNIZE_URL: urls.tongma_recognize },
    ...{ CODES_KEYS_FILE: folder.keysFile, CODES_TRUST_ROOTS_FILE: folder.trustRootsFile },
    ...{ AUDIT_PUBLIC_KEY: publicKey, IDENTITY_PUBLIC_KEY: publicKey },
  });
}
