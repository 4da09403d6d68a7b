import { createServer } from 'node:net';
import { openDataFolder, type DataFolder } from '../embedded/data-folder.ts';
import type { DatabaseUrls } from '../embedded/database.ts';
import { createProviderSettings, providerSettings } from '../embedded/openid-settings.ts';
import { readSealed, writeSealed } from '../embedded/sealed-file.ts';
import { stopLeftover } from '../embedded/leftover.ts';
import { readSecrets } from '../embedded/secrets.ts';
import { allocateYoung } from '../../subgraphs/kit/allocate-young.ts';
import type { Cosigning } from '../../subgraphs/kit/audit/config.ts';
import { demoKeys } from '../seed/demo-keys.ts';
import type { PlayedResident } from '../seed/play.ts';
import {
  dropHalfSeeded,
  renewDemoTrust,
  seededPeople,
  seedPeople,
  seedReference,
} from '../seed/seed-demo.ts';
import { StartError } from '../start-error.ts';
import { openDatabase } from './open-database.ts';
import { mountSetup, prepareAdministrator } from './setup-link.ts';
import { composeStack, type Stack } from './stack.ts';

/** How an all-in-one Tongma is started. */
export interface TongmaOptions {
  readonly data: string;
  /** 0 = any free one. */
  readonly port: number;
  readonly logLevel: string;
  /** Seconds between two times that lists are fetched from other stacks. Default: 60. */
  readonly exchangeSeconds?: number;
  /** Logs that look after each other. Default: none. */
  readonly cosigning?: Cosigning;
  /** Whether an empty one is filled with the demo. */
  readonly seed: boolean;
  /** Is given what undoes the start, at once: a start can be ended before it is done. */
  readonly onOpening?: (close: () => Promise<void>) => void;
  /** Tells the operator how far it is. */
  readonly say: (sentence: string) => void;
}

/** A running all-in-one Tongma. */
export interface Tongma {
  readonly folder: DataFolder;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly urls: DatabaseUrls;
  readonly stack: Stack;
  /** The people of the demo; null when it is not seeded. */
  readonly people: readonly PlayedResident[] | null;
  /** One-time link of an empty one's administrator; null when there is none to be made. */
  readonly setupPath: string | null;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const RENEW_MS = 86_400_000;

/** A port that can be listened on; asked first, so that nothing is started in vain. */
async function portFor(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${String(cause.code)})`;
      reject(new StartError(`Port ${port} ${why}; set PORT to another one.`, { cause }));
    });
    probe.listen(port, HOST, () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
  });
}

/** Starts, fills when asked to, and serves on loopback. @throws {StartError} */
export async function openTongma(options: TongmaOptions): Promise<Tongma> {
  const { seed, say, logLevel, cosigning } = options;
  allocateYoung();
  const port = await portFor(options.port);
  const origin = `http://${HOST}:${port}`;
  const folder = openDataFolder(options.data);
  const undo: (() => Promise<void> | void)[] = [folder.unlock];
  let ended = false;
  const close = async () => {
    ended = true;
    for (const step of undo.splice(0).reverse()) await step();
  };
  /** Opens something that the end undoes, also when it comes while that is being opened. */
  async function opened<T>(opening: Promise<T>, undoing: (it: T) => Promise<void>): Promise<T> {
    undo.push(async () => {
      const it = await opening.catch(() => null);
      if (it !== null) await undoing(it);
    });
    const it = await opening;
    if (ended) throw new StartError('It was ended while it started.');
    return it;
  }
  options.onOpening?.(close);
  try {
    await stopLeftover(folder.postgres);
    if (dropHalfSeeded(folder))
      say('An earlier start was ended while it made the demo; made anew.');
    const secrets = readSecrets(folder.secretsFile);
    const { urls } = await opened(openDatabase(folder, secrets), ({ postgres }) => postgres.stop());
    const now = new Date();
    const known = seededPeople(folder);
    const filling = seed && known === null;
    let provider =
      readSealed(folder.providerFile, providerSettings) ?? (await createProviderSettings());
    const demo = filling || known !== null;
    provider = filling
      ? await seedReference(folder, urls, provider, now)
      : demo
        ? provider
        : await prepareAdministrator(folder, urls, provider);
    writeSealed(folder.providerFile, JSON.stringify(provider, null, 2));
    demoKeys(folder, now, demo);
    if (demo) await renewDemoTrust(folder, urls, now);

    const composing = composeStack({
      ...{ folder, urls, secrets, provider, origin, logLevel },
      ...(cosigning && { cosigning }),
      ...(options.exchangeSeconds !== undefined && { exchangeSeconds: options.exchangeSeconds }),
    });
    const stack = await opened(composing, (composed) => composed.close());
    const setupPath = demo ? null : mountSetup(stack.app, folder, provider);
    await stack.app.listen({ port, host: HOST });
    const people = filling
      ? await seedPeople(folder, stack.ask, now, (done, all) => {
          if (done % 50 === 0) say(`Made ${done} of ${all} invented residents.`);
        })
      : known;
    const renewal = setInterval(() => {
      void renewDemoTrust(folder, urls, new Date()).catch(() => undefined);
    }, RENEW_MS);
    undo.push(() => {
      clearInterval(renewal);
    });
    if (!demo) clearInterval(renewal);
    return { folder, origin, urls, stack, people, setupPath, close };
  } catch (error) {
    await close();
    throw error;
  }
}
