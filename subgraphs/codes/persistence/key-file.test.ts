import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeSealed } from '../../kit/sealed-file.ts';
import { pemSigner } from '../../kit/signing/sealed-signer.ts';
import type { KeyUse, TrustedKey } from '../domain/token/keys.ts';
import { openKeyFile, regionSigners, type PrivateKeyEntry } from './key-file.ts';
import { after, aKey, aTrust, ISSUER, NOW } from './signing-fakes.ts';

const DAY = 86_400;
const folder = mkdtempSync(join(tmpdir(), 'tongma-keys-'));
const path = join(folder, 'region-keys.json');

function entry(use: KeyUse = 'dynamic', region = ISSUER): PrivateKeyEntry {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const life = { notBefore: NOW.toISOString(), notAfter: after(DAY).toISOString() };
  return { region, use, privateKey: pem, ...life };
}

const [old, fresh, paper, foreign] = [entry(), entry(), entry('paper'), entry('dynamic', '510000')];
const signerOf = ({ privateKey }: PrivateKeyEntry) => pemSigner(privateKey, 'ES256');

function listed(one: PrivateKeyEntry, given: Partial<TrustedKey> = {}): TrustedKey {
  return aKey(signerOf(one), { use: one.use, region: one.region, ...given });
}

function write(...entries: readonly PrivateKeyEntry[]) {
  writeSealed(path, JSON.stringify(entries));
}

beforeEach(() => {
  write(fresh, old, paper, foreign);
});

afterEach(() => {
  vi.useRealTimers();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the key that signs', () => {
  const overlap = listed(old, { notAfter: after(10 * DAY) });

  it.each<[string, TrustedKey[], Date, PrivateKeyEntry | null]>([
    ['is the one that the list carries', [listed(old)], NOW, old],
    ['is none that the list does not carry', [listed(paper)], NOW, null],
    ['is the newest of two', [overlap, listed(fresh, { notBefore: NOW })], NOW, fresh],
    [
      'is the newest, also when it begins before the old one',
      [overlap, listed(fresh, { notBefore: after(-200 * DAY) })],
      NOW,
      fresh,
    ],
    [
      'is the old one until the new one begins',
      [overlap, listed(fresh, { notBefore: after(1) })],
      NOW,
      old,
    ],
    ['is the old one while the new one is not listed', [overlap], NOW, old],
    [
      'is the old one once the new one is withdrawn',
      [overlap, listed(fresh, { notBefore: NOW, state: 'TERMINATED' })],
      NOW,
      old,
    ],
    ['is none after its end', [overlap], after(10 * DAY), null],
    [
      'is the one in force when the text was issued',
      [overlap, listed(fresh, { notBefore: after(DAY) })],
      after(DAY - 1),
      old,
    ],
    ['is none that the list gives another use', [listed(old, { use: 'paper' })], NOW, null],
    ['is none that the list gives another region', [listed(old, { region: '510000' })], NOW, null],
  ])('%s', (_title, keys, at, expected) => {
    const signers = regionSigners(
      openKeyFile(path, () => undefined),
      () => aTrust(keys),
      () => NOW,
    );
    const kid = signers.signer(ISSUER, 'dynamic', at)?.kid ?? null;
    expect(kid).toBe(expected && signerOf(expected).kid);
  });

  it('is none without a list', () => {
    const signers = regionSigners(
      openKeyFile(path, () => undefined),
      () => null,
      () => NOW,
    );
    expect(signers.signer(ISSUER, 'dynamic')).toBeUndefined();
  });
});

describe('the key file', () => {
  it('is read again when it has changed, at the latest after two seconds', () => {
    vi.useFakeTimers();
    const file = openKeyFile(path, (error) => {
      throw error;
    });
    write(old);
    expect(file.keys()).toHaveLength(4);
    vi.advanceTimersByTime(2_000);
    expect(file.keys().map(({ signer }) => signer.kid)).toEqual([signerOf(old).kid]);
  });

  it('that breaks later leaves the keys, and is told of', () => {
    vi.useFakeTimers();
    const faults: unknown[] = [];
    const file = openKeyFile(path, (error) => faults.push(error));
    writeSealed(path, '[');
    vi.advanceTimersByTime(2_000);
    expect(file.keys()).toHaveLength(4);
    expect(faults).toHaveLength(1);
  });

  it('that others may read is refused', () => {
    chmodSync(path, 0o640);
    expect(() => openKeyFile(path, () => undefined)).toThrow('0600');
    chmodSync(path, 0o600);
  });
});
