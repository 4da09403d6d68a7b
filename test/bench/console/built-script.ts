import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A chunk in Vite's manifest. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** Files of script of a build, and what loads what. Chunks go by their key in the manifest. */
export interface BuiltScript {
  /** Files that a browser gets with a chunk, before it can run. */
  loaded(chunk: string): ReadonlySet<string>;
  /** Those, and all that the chunk may ask for later: lazy parts, workers. */
  reachable(chunk: string): ReadonlySet<string>;
  /** Chunks that a chunk, or one loaded with it, imports later. */
  later(chunk: string): readonly string[];
  /** Size of some files, each compressed by itself with gzip; in KB of 1,000 bytes. */
  kilobytes(files: Iterable<string>): number;
}

/** Reads a build that has a manifest. */
export function builtScript(folder: string): BuiltScript {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  const chunks = new Set(Object.values(manifest).map(({ file }) => file));
  // Workers are not in the manifest: the script that starts one names its file.
  const workers = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.js') && !chunks.has(file),
  );

  function chunk(key: string): Chunk {
    // A page without any script is built, and is not in the manifest.
    const found = manifest[key] ?? (existsSync(join(folder, key)) ? { file: key } : undefined);
    if (!found) throw new Error(`The build has no ${key}.`);
    return found;
  }

  function keys(first: string, next: (one: Chunk) => readonly string[]): ReadonlySet<string> {
    const seen = new Set([first]);
    for (const key of seen) for (const other of next(chunk(key))) seen.add(other);
    return seen;
  }

  const files = (some: Iterable<string>) =>
    [...some].map((key) => chunk(key).file).filter((file) => file.endsWith('.js'));
  const now = (key: string) => keys(key, ({ imports = [] }) => imports);

  return {
    loaded: (key) => new Set(files(now(key))),
    reachable(key) {
      const all = files(
        keys(key, ({ imports = [], dynamicImports = [] }) => [...imports, ...dynamicImports]),
      );
      const texts = all.map((file) => readFileSync(join(folder, file), 'utf8'));
      const started = workers.filter((file) => texts.some((text) => text.includes(basename(file))));
      return new Set([...all, ...started]);
    },
    later: (key) => [...new Set([...now(key)].flatMap((one) => chunk(one).dynamicImports ?? []))],
    kilobytes: (some) =>
      [...some].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) /
      1_000,
  };
}
