import type { MikroORM } from '@mikro-orm/postgresql';
import { every } from '../../kit/every.ts';
import type { Log } from '../../kit/log.ts';
import { rowsOfQuery } from '../../kit/query.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { statusListDigests } from '../domain/lists/held-digests.ts';
import { openLists, type HeldLists } from '../domain/lists/held-lists.ts';
import type { IssuerLists } from '../domain/lists/listed-status.ts';
import { hexOf } from '../domain/token/bytes.ts';
import type { Verify } from '../domain/token/keys.ts';
import type { WithdrawnKey } from '../domain/trust/key-withdrawal.ts';
import type { TrustIndex, TrustRules } from '../domain/trust/trust-list.ts';
import { sha256 } from './node-crypto.ts';
import { signedLists } from './signed-list.store.ts';

/** What reading the lists of other stacks needs. */
export interface ForeignListParts {
  readonly orm: MikroORM;
  readonly trust: () => TrustIndex | null;
  readonly rules: Pick<TrustRules, 'roots' | 'threshold' | 'environment'>;
  /** Whether a region is served by this stack. */
  readonly isLocal: (region: string) => boolean;
  readonly verify: Verify;
  readonly now: () => Date;
  readonly log: Log;
}

/** Lists of regions that other stacks serve, as they stand here. */
export interface ForeignLists {
  of(issuer: string): IssuerLists | undefined;
  /** Keys that those regions say are withdrawn. */
  withdrawnKeys(): readonly WithdrawnKey[];
  close(): Promise<void>;
}

/**
 * What was opened before and stands as it did. Statements come every minute, of every region; what they go
 * on naming is not opened anew.
 */
function standing(held: HeldLists | null, regions: readonly string[], at: Date) {
  const lists = [...(held?.issuers ?? [])].filter(
    ([issuer, { statement }]) => regions.includes(issuer) && statement.expiresAt > at,
  );
  const unexpired = (one: IssuerLists): IssuerLists => ({
    ...one,
    lists: new Map([...one.lists].filter(([, { expiresAt }]) => expiresAt > at)),
  });
  return new Map(lists.map(([issuer, one]) => [issuer, unexpired(one)] as const));
}

const SCOPE = { regions: [], residents: [], subject: 'foreign-lists' };
const RELOAD_MS = 2_000;

/**
 * Keeps the lists of other stacks at hand, verified anew whenever one of them or the trust list
 * changes. Whoever fetches them writes them down; this reads them, so that any process may fetch.
 */
export async function openForeignLists(parts: ForeignListParts): Promise<ForeignLists> {
  const { orm, trust, rules, isLocal, verify, now, log } = parts;
  let held: HeldLists | null = null;
  let withdrawn: readonly WithdrawnKey[] = [];
  let seen = '';

  /** What would make the lists others: the statements there are, and who is trusted. */
  async function stamp(): Promise<{ readonly regions: string[]; readonly text: string }> {
    const rows = await inScope(orm, SCOPE, async (tx) =>
      rowsOfQuery<{ region: string; digest: Buffer }>(
        await tx(),
        `select region, digest from codes.signed_list where name = 'statement' order by region`,
      ),
    );
    const foreign = rows.filter(({ region }) => !isLocal(region));
    const text = foreign.map(({ region, digest }) => `${region}:${hexOf(digest)}`).join();
    const version = trust()?.list.version ?? 0;
    return { regions: foreign.map(({ region }) => region), text: `${version} ${text}` };
  }

  async function load(): Promise<void> {
    const current = trust();
    const { regions, text } = await stamp();
    if (!current || text === seen) return;
    const kept = await inScope(orm, SCOPE, (tx) => signedLists(tx).of(regions));
    const at = now();
    const isSameTrust = held?.trust.list.version === current.list.version;
    const issuers = standing(isSameTrust ? held : null, regions, at);
    const opened = statusListDigests(issuers);
    const of = (kind: string) =>
      kept
        .filter((list) => list.kind === kind && !opened.has(hexOf(list.digest)))
        .map(({ signed }) => signed);
    const { lists, refused } = await openLists(
      {
        ...{ trustList: null, terms: [], agreements: [] },
        ...{ statements: of('STATEMENT'), statusLists: of('STATUS_LIST') },
      },
      { trust: current, terms: new Map(), agreements: [], issuers },
      { ...rules, verify, now: at, sha256: (bytes) => Promise.resolve(sha256(bytes)) },
    );
    for (const one of refused) log.error(one, 'a list of another stack was refused');
    held = lists;
    withdrawn = [...(lists?.issuers.values() ?? [])].flatMap(({ statement }) =>
      statement.kids.map((kid) => ({ region: statement.issuer, kid })),
    );
    seen = text;
  }

  await load();
  const failed = 'lists of other stacks not loaded';
  const loading = every({ ms: RELOAD_MS, log, failed }, load);

  return {
    of: (issuer) => held?.issuers.get(issuer),
    withdrawnKeys: () => withdrawn,
    close: () => loading.stop(),
  };
}
