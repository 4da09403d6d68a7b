import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGES_CACHE, writableCache } from './cache-folder.ts';

// Vite's runner, which runs global setups, has no import.meta.resolve.
const require = createRequire(import.meta.url);
const BINARY = 'chromium';

/** Name of the unpacked folder: another version is another folder. */
function folderName(): string {
  const entry = require.resolve('@sparticuz/chromium');
  const text = readFileSync(join(dirname(entry), '../package.json'), 'utf8');
  return `chromium-${(JSON.parse(text) as { version: string }).version}`;
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function unpackInto(folder: string): void {
  const script = fileURLToPath(new URL('unpack-chromium.ts', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script], {
    env: { ...process.env, TMPDIR: folder },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Chromium could not be unpacked:\n${stderr}`);
  // Another user may run the tests of this folder too.
  chmodSync(folder, 0o755);
  chmodSync(join(folder, BINARY), 0o755);
}

/** Unpacks under another name and renames: a folder that is there is complete. */
function unpackedIn(cache: string): string {
  const folder = join(cache, folderName());
  if (isRunnable(join(folder, BINARY))) return folder;
  mkdirSync(cache, { recursive: true });
  const half = mkdtempSync(join(cache, 'unpacking-'));
  try {
    unpackInto(half);
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Somebody else was faster.
    if (!existsSync(join(folder, BINARY))) throw error;
  }
  return folder;
}

/**
 * Chromium of the npm package, unpacked once: its program and the folder of the libraries it needs.
 * @throws {Error} where the package has no program (it is built for Linux on x64 only)
 */
export function packagedChromium(): { readonly program: string; readonly libraries: string } {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium: set CHROMIUM_PATH to the program of one.');
  }
  const shared = join(PACKAGES_CACHE, folderName());
  const folder = isRunnable(join(shared, BINARY)) ? shared : unpackedIn(writableCache());
  return { program: join(folder, BINARY), libraries: join(folder, 'al2023/lib') };
}
