import { describe, expect, it } from 'vitest';
import { ownPaths, readSource, type SourceFile } from './source-files.ts';

/** What ties a file to one machine or one network. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\b(registry|npm|mirrors?)\.[\w.-]*\b(org|com|net|io|cn|dev|local)\b/i, 'a registry'],
  [/\b[\w-]*(artifactory|verdaccio|jfrog|npmmirror)[\w-]*\.\w/i, 'a registry'],
  [/^\s*(@[\w-]+:)?registry\s*=/im, 'a registry'],
  [/(?<![\w.~}-])\/(work|root)(\/|\b(?=["'`\s)]))/, 'a path of one machine'],
  [/(?<![\w.~}-])\/(home|Users)\/(?!node\b)\w+/, 'a path of one machine'],
  [/\b[A-Z]:\\Users\\/, 'a path of one machine'],
];
const BINARY = /\.(png|jpe?g|gif|ico|woff2?|ttf|wasm|gz|pdf)$/;

/** What a file says that no file of ours may say, by line. */
function faultsOf({ path, text }: SourceFile): string[] {
  const everywhere = text
    .split('\n')
    .flatMap((line, index) =>
      FORBIDDEN.filter(([pattern]) => pattern.test(line)).map(
        ([, what]) => `${path}:${index + 1}: names ${what}`,
      ),
    );
  const locked = path.endsWith('package-lock.json') && /"resolved"\s*:/.test(text);
  return locked ? [...everywhere, `${path}: has "resolved" addresses`] : everywhere;
}

describe('files that git tracks or would add', () => {
  it('name no registry and no path of one machine', () => {
    const texts = ownPaths().filter((path) => !BINARY.test(path));
    expect(texts).toContain('package-lock.json');
    expect(texts.map(readSource).flatMap(faultsOf)).toEqual([]);
  });
});

describe('the check of files', () => {
  // Put together here, so that this file itself says none of it.
  const host = ['registry', 'npmjs', 'org'].join('.');
  const at = (...parts: readonly string[]) => ['', ...parts].join('/');

  it.each([
    ['README.md', `npm ci --registry https://${host}/`],
    ['.npmrc', ['registry', 'http://localhost'].join('=')],
    [
      'deploy/Dockerfile',
      `RUN npm config set x https://${['npm', 'pkg', 'github', 'com'].join('.')}`,
    ],
    ['deploy/a.yaml', `url: https://${['acme', 'jfrog', 'io'].join('.')}/x`],
    ['cli/a.ts', `const data = '${at('work', 'main', 'a')}';`],
    ['cli/a.ts', `const data = '${at('root')}';`],
    ['cli/a.ts', `// see ${at('root', 'notes')}`],
    ['cli/a.ts', `import 'file://${at('home', 'li', 'a.ts')}';`],
    ['cli/a.ts', `const data = "${at('Users', 'li', 'a')}";`],
    ['package-lock.json', `"resolved": "file.tgz"`],
  ])('finds the fault in %s: %s', (path, text) => {
    expect(faultsOf({ path, text })).toHaveLength(1);
  });

  it.each([
    'import "./work/a.ts"; // subgraphs/codes/root/b.ts and ~/work/c',
    'const registry = new Registry(); registry.metrics();',
    'npm run check, WORK, https://example.org/root.html',
    'WORKDIR /home/node/tongma',
  ])('lets pass: %s', (text) => {
    expect(faultsOf({ path: 'cli/a.ts', text })).toEqual([]);
  });
});
