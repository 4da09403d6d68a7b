import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemIdentity } from '../../kit/identity.ts';
import { pemSigner } from '../../kit/signing/sealed-signer.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import {
  REHEARSAL_STEPS,
  type RehearsalStep,
  type RehearsalStore,
} from '../domain/rehearsal/rehearsal.ts';
import { KEY_USES, type TrustedKey } from '../domain/token/keys.ts';
import { signTrustList } from '../domain/trust/trust-list.ts';
import { codesPublisher } from '../publish.ts';
import { publishedReader, type ReferenceData } from '../published.ts';
import { rehearseCode, type CodeRehearsalParts } from '../rehearsal/code-life.ts';
import { rehearsing } from '../rehearsal/worker.ts';
import { intakeWorld, newId, REGION, type IntakeWorld } from './intake-fakes.ts';
import type { TrustRoots } from './key-file.ts';
import { rehearsalStore } from './rehearsal.store.ts';
import { aSigner, aTrustList } from './signing-fakes.ts';

const DAY_MS = 86_400_000;
const roots = [aSigner(), aSigner()];
const ROOTS: TrustRoots = {
  ...{ environment: 'demo', threshold: 2 },
  roots: roots.map(({ spki }) => Buffer.from(spki).toString('base64')),
};

function aPem(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

describe('a rehearsal of a code', () => {
  let world: IntakeWorld;
  let folder: string;
  let parts: CodeRehearsalParts;

  beforeAll(async () => {
    world = await intakeWorld();
    folder = mkdtempSync(join(tmpdir(), 'tongma-rehearsal-'));
    const now = Math.floor(Date.now() / 1_000) * 1_000;
    const life = { notBefore: new Date(now - 60_000), notAfter: new Date(now + DAY_MS) };
    const pems = KEY_USES.map((use) => ({ use, privateKey: aPem() }));
    const keys = pems.map(({ use, privateKey }): TrustedKey => {
      const { kid, spki } = pemSigner(privateKey, 'ES256');
      const own = { region: REGION, alg: 'ES256', state: 'ACTIVE' } as const;
      return { kid, use, spki: new Uint8Array(spki), ...own, ...life };
    });
    const keysFile = join(folder, 'keys.json');
    const entries = pems.map((one) => ({
      ...{ ...one, region: REGION, notBefore: life.notBefore.toISOString() },
      notAfter: life.notAfter.toISOString(),
    }));
    writeFileSync(keysFile, JSON.stringify(entries), { mode: 0o600 });
    const list = aTrustList(keys, {
      ...{ environment: 'demo', issuedAt: new Date(now - 1_000) },
      expiresAt: new Date(now + DAY_MS),
    });
    const databaseUrl = world.database.urls.tongma_codes;
    const publisher = await codesPublisher(databaseUrl);
    const signed = await signTrustList(list, roots);
    await publisher.signedTrustList(signed, ROOTS, { now: new Date(), floor: 0 });
    await publisher.close();
    const reader = await publishedReader(databaseUrl, ROOTS);
    const reference: ReferenceData = await reader.read();
    await reader.close();
    parts = {
      ...{ orm: world.parts.orm, roots: ROOTS, keysFile, reference, region: REGION },
      now: () => new Date(),
    };
  });

  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  it('sees it green, then red, then withdrawn, by the lists alone', async () => {
    const { issued, changed, withdrawn } = await rehearseCode(parts);
    expect(issued).toMatchObject({ tokenStatus: 'VERIFIED', color: 'GREEN', pass: true });
    expect(changed).toMatchObject({ tokenStatus: 'VERIFIED', color: 'RED', pass: false });
    expect(withdrawn).toMatchObject({ tokenStatus: 'WITHDRAWN', color: null, pass: false });
    expect(issued.basis.mode).toBe('OFFLINE');
  });

  it('leaves nothing behind', async () => {
    const left = await world.rows(
      `select region from codes.health_code union all select region from codes.code_token
       union all select region from codes.signed_list`,
    );
    expect(left).toEqual([]);
  });

  it('that was asked for is played anew by whoever comes after a kill, once', async () => {
    const { orm, roots: given, keysFile, now } = parts;
    const play = rehearsing({ orm, roots: given, keysFile, now, reference: () => parts.reference });
    const within = <T>(work: (store: RehearsalStore) => Promise<T>) =>
      inScope(orm, systemIdentity('a-test', REGION), (tx) => work(rehearsalStore(tx)));
    const heard: RehearsalStep[] = [
      { step: 'SPECIMEN_ISSUED', state: 'FAILED', note: 'by the one that was killed', took: 1 },
      { step: 'THEIRS_KNOWN_HERE', state: 'PASSED', note: 'when it was asked for', took: 2 },
    ];
    const job = { region: REGION, id: newId() };
    const open = { begunAt: new Date(), endedAt: null, listVersion: 1, joinedAfter: null };
    await within((store) => store.add({ ...job, ...open, steps: heard }));
    await play(job);
    const report = await within((store) => store.find(REGION, job.id));
    expect(report?.endedAt).not.toBeNull();
    expect(report?.steps.map(({ step }) => step)).toEqual(REHEARSAL_STEPS);
    expect(report?.steps.filter(({ state }) => state !== 'PASSED')).toMatchObject([
      { step: 'KNOWN_THERE', state: 'NOT_DONE' },
    ]);
    expect(report?.steps[3]).toEqual(heard[1]);
    await play(job);
    expect(await within((store) => store.find(REGION, job.id))).toEqual(report);
  });

  it('says which key is missing', async () => {
    const none = { ...parts, reference: { ...parts.reference, trust: null } };
    await expect(rehearseCode(none)).rejects.toThrow('no paper key');
  });
});
