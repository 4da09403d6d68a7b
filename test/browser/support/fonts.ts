import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { writableCache } from './cache-folder.ts';

// Vite's runner, which runs global setups, has no import.meta.resolve.
const require = createRequire(import.meta.url);
const WEIGHTS = ['400Regular', '600SemiBold'];

/**
 * Writes the settings of fontconfig that show Noto Sans SC and nothing else: Chinese is drawn on a
 * bare system, and pictures are the same on every machine.
 * @returns the path of the file, for `FONTCONFIG_FILE`
 */
export function fontSettings(): string {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const folder = join(writableCache(), 'fonts');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'fonts.conf');
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...WEIGHTS.map((weight) => `  <dir>${join(fonts, weight)}</dir>`),
    `  <cachedir>${join(folder, 'cache')}</cachedir>`,
    '</fontconfig>',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
