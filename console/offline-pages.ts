import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';

/** Source of the worker that answers while nothing else does. */
export const SERVICE_WORKER = fileURLToPath(
  new URL('service-worker/offline-pages.ts', import.meta.url),
);
const BUILT = 'offline-pages.js';
const PAGE = 'index.html';
/** What the worker's source has where the build puts the files. */
const PLACE = '__OFFLINE_FILES__';

/** What the page of recognition loads later: its own part, the words, the layout without a session. */
const LATER =
  /\/src\/(locales\/(shared|access|console)\/[\w-]+\.json|pages\/recognize\/RecognizePage\.vue|layout\/OfflineLayout\.vue)$/;
/** Files that no chunk imports: the reader of QR codes, which a page starts. */
const STARTED = /^assets\/(qr\.worker|zxing_reader).*\.(js|wasm)$/;
/** Files of `public/`, copied as they are. */
const COPIED = ['tongma.webmanifest', 'icon.svg', 'icon-192.png', 'icon-512.png'];

function filesOf(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = chunks.filter(
    ({ facadeModuleId }) =>
      facadeModuleId !== null &&
      (facadeModuleId.endsWith(`/${PAGE}`) || LATER.test(facadeModuleId)),
  );
  const names = new Set(first.map(({ fileName }) => fileName));
  // A set takes in what is added while it is walked.
  for (const name of names) for (const more of byName.get(name)?.imports ?? []) names.add(more);
  const beside = [...names].flatMap((name) => {
    const { importedCss, importedAssets } = byName.get(name)?.viteMetadata ?? {};
    return [...(importedCss ?? []), ...(importedAssets ?? [])];
  });
  const started = Object.keys(bundle).filter((name) => STARTED.test(name));
  return [...new Set([...names, ...beside, ...started, ...COPIED])].toSorted();
}

/**
 * Tells the service worker which files the page of recognition needs with no network. Names hold a
 * hash of their content, so another build is another worker.
 */
export function offlinePages(): Plugin {
  return {
    name: 'tongma:offline-pages',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const [worker, page] = [bundle[BUILT], bundle[PAGE]];
        if (worker?.type !== 'chunk' || page?.type !== 'asset') {
          return this.error('The build has no worker, or no page for it.');
        }
        const files = filesOf(bundle);
        const hash = createHash('sha256').update(files.join()).update(page.source);
        const entry = files.find((name) => /^assets\/index-.*\.js$/.test(name)) ?? '';
        const told = {
          ...{ version: hash.digest('hex').slice(0, 16), entry: `/${entry}` },
          files: files.map((name) => `/${name}`),
        };
        worker.code = worker.code.replace(PLACE, JSON.stringify(told));
      },
    },
  };
}
