import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { trustFloor } from '../../subgraphs/codes/persistence/trust-floor.ts';
import { startCheckpointer } from '../../subgraphs/kit/audit/checkpointer.ts';
import { keptCheckpoint } from '../../subgraphs/kit/audit/kept-checkpoint.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { writeSealed } from '../../subgraphs/kit/sealed-file.ts';
import { checkpointSigner, logNameOf } from '../../cli/embedded/checkpoint-key.ts';
import { emptyDatabase, type EmptyDatabase } from '../system/support/empty-database.ts';
import { smallDisk } from './small-disk.ts';

// What Tongma writes itself beside the database: what remembers the newest trust list and the last
// checkpoint, and files of keys. All of them are written to a file beside and renamed.
let folder: string;
let database: EmptyDatabase;

beforeAll(async () => {
  database = await emptyDatabase();
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

afterAll(async () => {
  await database.drop();
});

/** A file whose new text goes to the device that answers as a full disk does, until it is cleared. */
function fileOnFullDisk(text: string | null) {
  folder = mkdtempSync(join(tmpdir(), 'tongma-full-'));
  const path = join(folder, 'kept.json');
  if (text !== null) writeSealed(path, text);
  symlinkSync('/dev/full', `${path}.new`);
  const clear = () => {
    rmSync(`${path}.new`);
  };
  return { path, clear, read: () => readFileSync(path, 'utf8') };
}

const FULL = /^The file .* cannot be written \(ENOSPC\)\.$/;

it('a file that cannot be written whole stays as it was', () => {
  const { path, clear, read } = fileOnFullDisk('before');
  expect(() => {
    writeSealed(path, 'after');
  }).toThrow(FULL);
  expect(read()).toBe('before');
  clear();
  writeSealed(path, 'after');
  expect(read()).toBe('after');
});

it('the newest trust list is remembered as soon as there is room again', () => {
  const { path, clear, read } = fileOnFullDisk('{"version":3}');
  const floor = trustFloor(path);
  expect(() => {
    floor.raise(4);
  }).toThrow(FULL);
  expect([floor.version(), read()]).toEqual([3, '{"version":3}']);
  clear();
  floor.raise(4);
  expect([floor.version(), read()]).toEqual([4, '{"version":4}']);
  expect(trustFloor(path).version()).toBe(4);
});

it('a checkpoint that could not be remembered is an alarm, and the next one follows it', async () => {
  const { path, clear } = fileOnFullDisk(null);
  clear();
  const key = checkpointSigner(database.folder);
  const kept = keptCheckpoint(path);
  const lines: { readonly alarm?: string }[] = [];
  const logger = Object.assign(createLog('test', 'silent'), {
    error: (line: { readonly alarm?: string }) => lines.push(line),
  });
  await database.checkpointer.close();
  const checkpointer = await startCheckpointer({
    ...{ log: logNameOf(key), key, kept, logger },
    databaseUrl: database.urls.tongma_checkpoint,
  });
  try {
    const first = kept.read()?.number ?? 0;
    symlinkSync('/dev/full', `${path}.new`);
    await expect(checkpointer.sealNow()).rejects.toThrow(FULL);
    expect(kept.read()?.number).toBe(first);
    clear();
    const { checkpoint, alarms } = await checkpointer.sealNow();
    expect([kept.read()?.number, alarms]).toEqual([checkpoint.number, []]);
    expect(lines).toEqual([]);
  } finally {
    await checkpointer.close();
  }
});

const disk = smallDisk(262_144);
afterAll(() => disk?.remove());

it.skipIf(disk === null)(
  'a disk that takes only a part of a file leaves the one before whole',
  () => {
    folder = mkdtempSync(join(disk!.path, 'tongma-'));
    const path = join(folder, 'keys.json');
    writeSealed(path, 'before');
    disk!.fill(16_384);
    const keys = 'k'.repeat(65_536);
    expect(() => {
      writeSealed(path, keys);
    }).toThrow(FULL);
    expect(readFileSync(path, 'utf8')).toBe('before');
    disk!.clear();
    writeSealed(path, keys);
    expect(readFileSync(path, 'utf8')).toBe(keys);
  },
);
