import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A file of this repository: its path from the root, with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const NOT_OURS = /(^|\/)(\.git|\.tongma|dist|node_modules)(\/|$)|\.log$/;

/** Where there is no git (an unpacked archive, another owner), the folder itself is read. */
function walk(): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.test(name))
    .flatMap((top) =>
      top.isDirectory()
        ? readdirSync(join(root, top.name), { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
        : [top.name],
    )
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !NOT_OURS.test(path));
}

function listed(...flags: readonly string[]): string[] {
  try {
    const options = { cwd: root, encoding: 'utf8', stdio: 'pipe' } as const;
    const names = execFileSync('git', ['ls-files', '-z', ...flags], options);
    return names.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
  } catch {
    return walk();
  }
}

/** Paths that git tracks. */
export function trackedPaths(): string[] {
  return listed();
}

/** Paths that git tracks or would add: new files are checked before they are committed. */
export function ownPaths(): string[] {
  return listed('--cached', '--others', '--exclude-standard');
}

/** Reads one file of the repository. */
export function readSource(path: string): SourceFile {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

/** TypeScript files, new ones included, whose path matches. Throws when there are none. */
export function sourcesMatching(pattern: RegExp): SourceFile[] {
  const found = ownPaths().filter((path) => path.endsWith('.ts') && pattern.test(path));
  if (found.length === 0) throw new Error(`No file matches ${String(pattern)}.`);
  return found.map(readSource);
}

/** Whether a file is a test. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts');
}

/** Parses a file without types. */
export function parse({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
}

/** `path:line`, as editors open it. */
export function placeOf(source: ts.SourceFile, node: ts.Node): string {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return `${source.fileName}:${line + 1}`;
}
