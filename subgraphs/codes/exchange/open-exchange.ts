import type { FastifyInstance } from 'fastify';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Log } from '../../kit/log.ts';
import { listedSource } from '../domain/lists/listed-status.ts';
import type { CurrentReference } from '../domain/recognition/reference.ts';
import { statusesByIssuer, type StatusSource } from '../domain/recognition/status-source.ts';
import type { Verify } from '../domain/token/keys.ts';
import type { TrustIndex } from '../domain/trust/trust-list.ts';
import { agreementExchange } from '../persistence/agreement-exchange.ts';
import { openSharedLists, type SharedLists } from '../persistence/shared-lists.ts';
import { openForeignLists, type ForeignLists } from '../persistence/foreign-lists.ts';
import {
  rootKeys,
  type KeyFile,
  type RegionSigners,
  type TrustRoots,
} from '../persistence/key-file.ts';
import type { TrustFloor } from '../persistence/trust-floor.ts';
import { trustListStore } from '../persistence/trust-list.store.ts';
import { CONVERSION_PATH, openConversions, type Conversions } from './conversions.ts';
import { startListPuller } from './pull-lists.ts';
import { listServer, mountExchange } from './serve-lists.ts';

/** What exchanging with other stacks needs. */
export interface ExchangeParts {
  readonly orm: MikroORM;
  readonly reference: CurrentReference;
  /** The trust list that lists of other stacks are opened with. */
  readonly ownTrust: () => TrustIndex | null;
  readonly keyFile: KeyFile;
  readonly keys: RegionSigners;
  readonly roots: TrustRoots;
  readonly floor: TrustFloor;
  readonly verify: Verify;
  readonly now: () => Date;
  readonly log: Log;
  /** Milliseconds between two times that lists are fetched; null: another process fetches them. */
  readonly everyMs: number | null;
}

/** Other stacks, as recognition here sees them. */
export interface Exchange {
  /** Statuses of this stack's codes from `own`, of the others' from their lists. */
  statuses(own: StatusSource): StatusSource;
  /** What issuers share with the regions of this stack, and policies of other stacks' regions. */
  readonly shared: Omit<SharedLists, 'close'>;
  /** Keys that regions of other stacks say are withdrawn. */
  readonly withdrawnKeys: ForeignLists['withdrawnKeys'];
  /** Asks a region for what is offered, wherever it is served. */
  readonly ask: Conversions['ask'];
  routes(app: FastifyInstance): void;
  stop(): Promise<void>;
}

/** Opens the exchange: serves lists to other stacks, fetches theirs, keeps them at hand. */
export async function openExchange(parts: ExchangeParts): Promise<Exchange> {
  const { orm, reference, ownTrust, keyFile, keys, roots, floor, verify, now, log, everyMs } =
    parts;
  const trust = () => reference().trust;
  // A region is served where its private keys are.
  const isLocal = (region: string) => keyFile.keys().some((key) => key.region === region);
  const agreements = agreementExchange({ orm, trust, verify, now });
  const rules = rootKeys(roots);
  const foreign = await openForeignLists({
    orm,
    trust: ownTrust,
    rules,
    isLocal,
    verify,
    now,
    log,
  });
  const shared = await openSharedLists({ orm, trust, isLocal, verify, now, log });
  const common = { orm, trust, isLocal, agreements, verify, now };
  const pulling = {
    ...{ ...common, ownTrust, keys, log, trustLists: trustListStore(orm) },
    receivers: (issuers: readonly string[]) => {
      const needing = reference().agreements.filter(
        ({ issuer, mode, conditions }) =>
          issuers.includes(issuer) && (mode === 'SHARED_DATA' || conditions.length > 0),
      );
      return [...new Set(needing.map(({ receiver }) => receiver))];
    },
    trustRules: () => ({ ...rules, current: floor.version() }),
  };
  const puller = everyMs === null ? null : startListPuller({ ...pulling, everyMs });
  const conversions = openConversions({
    ...{ orm, isLocal, verify, now, log, ground: reference },
    signer: (region) => keys.signer(region, 'evidence'),
  });
  const listed = listedSource(foreign.of);
  return {
    statuses: (own) =>
      // A stack without any keys, as in a trial of one part, looks everything up in its database.
      statusesByIssuer((issuer) => (isLocal(issuer) || keyFile.keys().length === 0 ? own : listed)),
    shared,
    withdrawnKeys: foreign.withdrawnKeys,
    ask: conversions.ask,
    routes: (app) => {
      mountExchange(app, listServer(common));
      mountExchange(app, conversions.answer, CONVERSION_PATH);
    },
    async stop() {
      await Promise.all([foreign.close(), shared.close(), puller?.stop()]);
    },
  };
}
