import type { BenchTongma } from './tongma.ts';
import { placedSupergraph, placing, POOL_MAX, startSubgraphs, type Placed } from './placed.ts';

/** Something that is measured: where it is asked, and which processes answer. */
export interface Side {
  readonly name: string;
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** More headers, which connections take in turn. Default: all are of one client. */
  readonly clients?: readonly Readonly<Record<string, string>>[];
  readonly servers: readonly number[];
}

/** Baselines that run. */
export interface Baselines {
  readonly sides: readonly Side[];
  stop(): Promise<void>;
}

/** The side that does only what no server can do without. */
export const LEAST = 'signature only';

/** Starts the three baselines, and what no server can do without, over Tongma's database; `folder` is for files of this run. */
export async function startBaselines(
  tongma: BenchTongma,
  cpus: string | null,
  folder: string,
): Promise<Baselines> {
  const placed = placing(cpus);
  const { start, stop } = placed;
  try {
    const subgraphs = await startSubgraphs(placed, tongma);
    const supergraph = placedSupergraph(folder, subgraphs);
    const handler = await start('handler', 'test/bench/baseline/handler.ts', {
      RECOGNIZE_URL: tongma.urls.tongma_recognize,
      KEYS_FILE: tongma.keysFile,
      POOL_MAX,
    });
    const least = await start(LEAST, 'test/bench/baseline/signature-only.ts', {
      KEYS_FILE: tongma.keysFile,
    });
    const gatewayEnv = {
      SUPERGRAPH: supergraph,
      IDENTITY_KEY: tongma.secrets.identityKey,
      APOLLO_TELEMETRY_DISABLED: '1',
    };
    const apollo = await start('apollo', 'test/bench/baseline/apollo.ts', gatewayEnv);
    const hive = await start('hive', 'test/bench/baseline/hive.js', gatewayEnv);
    const behind = subgraphs.map(({ pid }) => pid);
    const side = ({ name, origin, pid }: Placed, path: string, others: number[] = []): Side => ({
      ...{ name, origin, path, headers: {}, servers: [pid, ...others] },
    });
    return {
      sides: [
        ...[side(handler, '/'), side(apollo, '/', behind), side(hive, '/graphql', behind)],
        side(least, '/'),
      ],
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
