import type { TrustChange, TrustList } from '../../subgraphs/codes/trust.ts';

const WORDS: Readonly<Record<TrustChange['kind'], string>> = {
  REGION_ADDED: 'joins',
  REGION_REMOVED: 'is taken out',
  STATE: 'changes its state',
  ROLES: 'changes its roles',
  NAMES: 'is called otherwise',
  ENDPOINT: 'has another address',
  KEY_ADDED: 'has a new key',
  KEY_REMOVED: 'no longer lists a key that is over',
  KEY_WITHDRAWN: 'loses a key: everything it signed is refused',
  KEY_RETURNED: 'gets a withdrawn key back',
  KEY_CHANGED: 'changes a key',
};

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function changeLine({ kind, region, from, to, key }: TrustChange): string {
  const what = key
    ? `${key.kid} (${key.use}, ${day(key.notBefore)} to ${day(key.notAfter)})`
    : [from, to].filter((text) => text !== '').join(' → ');
  return `  ${region}  ${WORDS[kind]}: ${what}`;
}

/** A digest in groups, to be read aloud. */
export function grouped(digest: string): string {
  return digest.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** What a list changes and how it is known again, a line each. */
export function changeLines(
  list: TrustList,
  changes: readonly TrustChange[],
  digest: string,
): string[] {
  return [
    `Trust list ${list.version} (${list.environment}), ${list.issuedAt.toISOString()} to ${list.expiresAt.toISOString()}`,
    changes.length === 0 ? '  changes nothing but its time' : `  ${changes.length} changes:`,
    ...changes.map(changeLine),
    `SHA-256 ${grouped(digest)}`,
  ];
}

/** A list with its regions and keys, a line each. */
export function listLines({ regions, ...head }: TrustList, digest: string): string[] {
  return [
    ...changeLines({ ...head, regions }, [], digest).filter((line) => !line.startsWith(' ')),
    ...regions.flatMap(({ region, state, names, roles = [], endpoint, keys }) => [
      `${region}  ${[names?.ZH_HANS, state, roles.join('+'), endpoint].filter(Boolean).join('  ')}`,
      ...keys.map(
        (key) =>
          `  ${key.kid}  ${key.use.padEnd(8)}  ${day(key.notBefore)} to ${day(key.notAfter)}  ${key.state}`,
      ),
    ]),
  ];
}
