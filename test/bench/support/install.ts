import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './child.ts';

const FOLDER = join(ROOT, 'test/bench');

/** Runs npm and lets it say what goes wrong. */
export function npm(args: readonly string[], cwd = ROOT): void {
  // What npm prints must not stand among rows that a program reads.
  execFileSync('npm', args, { cwd, stdio: ['ignore', 2, 2] });
}

/** Installs the benchmark's own packages, unless those of its lock file are there. */
export function installExtras(): void {
  const wanted = readFileSync(join(FOLDER, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(wanted) as { dependencies: Record<string, string> };
  const there = Object.entries(dependencies).every(([name, version]) => {
    const file = join(FOLDER, 'node_modules', name, 'package.json');
    if (!existsSync(file)) return false;
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version === version;
  });
  if (!there) npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], FOLDER);
}
