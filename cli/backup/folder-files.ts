import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of a data folder that say who is in the demo: no secrets. */
const PLAIN = ['seeded.json'];
/** Secrets and private keys of a data folder, beside the backup key. */
const SECRET = [
  ...['secrets.json', 'region-keys.json', 'trust-roots.json', 'demo-root-keys.json'],
  ...['checkpoint-key.pem', 'checkpoint-public-key.pem'],
  ...['sign-in-provider.json', 'demo-partner-key.pem', 'administrator-not-set-up'],
];

/**
 * Files of a data folder that go into a backup. Secrets only when they are asked for: without them
 * a backup and its key open no name and no document.
 */
export function folderFiles(root: string, withSecrets: boolean): Map<string, string> {
  const names = [...PLAIN, ...(withSecrets ? SECRET : [])];
  const there = names.filter((name) => existsSync(join(root, name)));
  return new Map(there.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}
