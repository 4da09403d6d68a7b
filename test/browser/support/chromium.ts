import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { fontSettings } from './fonts.ts';
import { packagedChromium } from './packaged-chromium.ts';

/** A Chromium and what its process needs in its environment. */
export interface FoundChromium {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/**
 * Finds Chromium: `CHROMIUM_PATH`, else one of the system, else that of the npm package, which is
 * unpacked once.
 * @throws {Error} when there is none for this machine
 */
export function findChromium(): FoundChromium {
  const fonts = { FONTCONFIG_FILE: fontSettings() };
  const given =
    process.env['CHROMIUM_PATH'] ?? onPath('chromium') ?? onPath('google-chrome') ?? undefined;
  if (given !== undefined) return { program: given, env: fonts };
  const { program, libraries } = packagedChromium();
  return { program, env: { ...fonts, LD_LIBRARY_PATH: libraries } };
}

/** How a browser is started. */
export interface LaunchOptions {
  /** What the camera sees, a `.y4m` or `.mjpeg` file; a moving test picture by default. */
  readonly cameraFile?: string;
  /** A camera that is refused, or none at all, in place of one that asks nobody. */
  readonly camera?: 'refused' | 'none';
}

/** Starts Chromium with a camera that asks nobody. Web security stays on, as people have it. */
export function launch(
  { program, env }: FoundChromium,
  { cameraFile, camera }: LaunchOptions = {},
): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    headless: true,
    env: { ...process.env, ...env },
    args: [
      // Containers and root forbid its sandbox; only our own pages are opened.
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      ...(camera === 'none' ? [] : ['--use-fake-device-for-media-stream']),
      `--use-fake-ui-for-media-stream${camera === 'refused' ? '=deny' : ''}`,
      ...(cameraFile === undefined ? [] : [`--use-file-for-fake-video-capture=${cameraFile}`]),
    ],
  });
}
