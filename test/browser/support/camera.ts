import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { writeCameraVideo } from './camera-video.ts';
import { launch, type FoundChromium } from './chromium.ts';

/** Runs something with a browser whose camera sees the QR code of a text. */
export async function withCamera<T>(
  chromium: FoundChromium,
  text: string,
  use: (browser: Browser) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tongma-camera-'));
  const cameraFile = join(folder, 'camera.y4m');
  writeCameraVideo(cameraFile, text);
  const browser = await launch(chromium, { cameraFile });
  try {
    return await use(browser);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}
