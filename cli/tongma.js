#!/usr/bin/env node
// The `tongma` command. What it runs is built once by `npm start` or `npm run build`.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(fileURLToPath(main))) {
  process.stderr.write('tongma: not built yet. Run "npm run build" once.\n');
  process.exit(1);
}
await import(main.href);
