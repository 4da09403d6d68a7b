import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { isTest, sourcesMatching, type SourceFile } from './source-files.ts';

/** Files of one kind, and what they may import. */
interface Layer {
  readonly name: string;
  readonly files: RegExp;
  readonly may: readonly string[];
  /** Tests and fakes of them, besides. */
  readonly inTests?: readonly string[];
}

/** Who may import whom. `OWN` stands for the file's own subgraph. Source: STYLE.md §2. */
const LAYERS: readonly Layer[] = [
  {
    name: 'domain/',
    files: /^subgraphs\/(?!kit\/)([^/]+)\/domain\//,
    // Beyond STYLE.md: whom a request acts for, a page of a list and what signs are plain types of
    // kit, and public standards are pure modules of it.
    may: [
      'OWN/domain/',
      'kit/(allowed-action|domain-error|identity|page|reason|signing/signer)\\.ts$',
      'kit/(audit/(fake-)?trail|proposal/proposal)\\.ts$',
      'kit/standards/(?!gbt2260-data)',
    ],
  },
  {
    name: 'persistence/',
    files: /^subgraphs\/(?!kit\/)([^/]+)\/persistence\//,
    may: [
      ...['OWN/domain/', 'OWN/persistence/', 'kit/', 'node:', 'npm:@mikro-orm/'],
      'npm:(jose|pg|pg-boss|dataloader|tinypool|zod)(/|$)',
    ],
  },
  {
    name: 'schema/',
    files: /^subgraphs\/(?!kit\/)([^/]+)\/schema\//,
    may: [
      'OWN/domain/',
      'OWN/schema/',
      'OWN/context.ts$',
      'kit/',
      // Shapes of what comes in are checked here, by zod: DESIGN.md §5.
      'npm:(type-graphql|qrcode|pdfkit|zod)(/|$)',
      'node:url$',
    ],
  },
  {
    // What partners take with them: no gateway, no database, nothing of Node.
    name: 'verify/',
    files: /^subgraphs\/(?!kit\/)([^/]+)\/verify\//,
    may: ['OWN/domain/', 'OWN/verify/'],
  },
  {
    name: 'the face of a subgraph',
    files: /^subgraphs\/(?!kit\/)([^/]+)\/(?:(?:exchange|rehearsal)\/)?[^/]+$/,
    may: ['OWN/', 'kit/', 'npm:', 'node:'],
  },
  { name: 'kit/', files: /^subgraphs\/kit\//, may: ['kit/', 'npm:', 'node:'] },
  { name: 'gateway/', files: /^gateway\//, may: ['gateway/', 'kit/', 'schema/', 'npm:', 'node:'] },
  {
    name: 'cli/',
    files: /^cli\//,
    may: [
      ...['cli/', 'gateway/', 'kit/', 'subgraphs/[^/]+/[^/]+$', 'schema/', 'npm:', 'node:'],
      'subgraphs/codes/(rehearsal|verify)/',
    ],
  },
  {
    // Beyond STYLE.md: what judges codes with no network comes by its portable face alone.
    name: 'console/',
    files: /^console\/src\//,
    may: [
      ...['console/src/', 'npm:', 'subgraphs/codes/verify/index\\.ts$'],
      // A holder presents a code by what verifiers check it with.
      'subgraphs/codes/domain/token/(base45|presentation)\\.ts$',
    ],
    // They sign what a gateway would.
    inTests: ['subgraphs/codes/domain/'],
  },
  { name: 'the service worker', files: /^console\/service-worker\//, may: [] },
];
/** What tests may import on top of that; the other subgraphs stay closed to them. */
const IN_TESTS = ['OWN/', 'test/', 'npm:', 'node:'];

/** What only tests import: the next rule sees to it. */
function isFake(path: string): boolean {
  return path.endsWith('-fakes.ts');
}

function targetOf(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('node:') ? specifier : `npm:${specifier}`;
}

function matches(target: string, allowed: string, own: string): boolean {
  const path = allowed.replace(/^OWN\//, `subgraphs/${own}/`).replace(/^kit\//, 'subgraphs/kit/');
  return new RegExp(`^${path}`).test(target);
}

/** Every import of a file that its layer does not allow, with file and line. */
function forbiddenImports({ path, text }: SourceFile): string[] {
  const layer = LAYERS.find(({ files }) => files.test(path));
  if (!layer) return [`${path}: stands in no layer of STYLE.md §2`];
  const own = layer.files.exec(path)?.[1] ?? '-';
  const more = isTest(path) || isFake(path) ? [...IN_TESTS, ...(layer.inTests ?? [])] : [];
  const allowed = [...layer.may, ...more];
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(
      ({ fileName }) => !allowed.some((one) => matches(targetOf(path, fileName), one, own)),
    )
    .map(({ fileName, pos }) => {
      const line = text.slice(0, pos).split('\n').length;
      return `${path}:${line}: ${layer.name} may not import ${fileName}`;
    });
}

/** Files that have a layer. Built with tools of its own, the console's settings have none. */
const LAYERED = /^(gateway|subgraphs|cli|console\/(src|service-worker))\//;

describe('layers', () => {
  it('import only what STYLE.md §2 allows', () => {
    expect(sourcesMatching(LAYERED).flatMap(forbiddenImports)).toEqual([]);
  });

  it.each([
    ['subgraphs/codes/domain/color/x.ts', `import { z } from 'zod';`],
    ['subgraphs/codes/domain/x.ts', `import type { EntityManager } from '@mikro-orm/core';`],
    ['subgraphs/codes/domain/x.ts', `import { CodeRow } from '../persistence/code.entity.ts';`],
    ['subgraphs/codes/domain/x.ts', `export { log } from '../../kit/log.ts';`],
    ['subgraphs/codes/domain/x.ts', `type A = import('type-graphql').Int;`],
    ['subgraphs/codes/persistence/x.ts', `import { CodeType } from '../schema/code.type.ts';`],
    ['subgraphs/codes/persistence/x.ts', `import '../../residents/persistence/names.ts';`],
    ['subgraphs/codes/schema/x.resolver.ts', `const a = await import('../persistence/x.ts');`],
    ['subgraphs/codes/subgraph.ts', `import { residentsConfig } from '../residents/config.ts';`],
    ['subgraphs/codes/domain/x.test.ts', `import '../../residents/domain/resident.ts';`],
    ['subgraphs/kit/x.ts', `import '../codes/domain/color/color.ts';`],
    ['gateway/server.ts', `import '../subgraphs/codes/subgraph.ts';`],
    ['cli/main.ts', `import '../subgraphs/codes/domain/color/color.ts';`],
    ['console/src/x.ts', `import '../../subgraphs/codes/domain/token/cbor.ts';`],
    ['console/service-worker/x.ts', `import '../src/graph.ts';`],
    ['subgraphs/codes/helpers/x.ts', ``],
  ])('names a forbidden import: %s %s', (path, text) => {
    expect(forbiddenImports({ path, text })).toHaveLength(1);
  });

  it('keep fakes to tests', () => {
    const users = sourcesMatching(LAYERED)
      .filter(({ path }) => !isTest(path) && !isFake(path))
      .filter(({ text }) =>
        ts.preProcessFile(text, true, true).importedFiles.some(({ fileName }) => isFake(fileName)),
      );
    expect(users.map(({ path }) => path)).toEqual([]);
  });

  it('names the file and the line', () => {
    const text = `import { a } from './a.ts';\n\nimport { z } from 'zod';\n`;
    expect(forbiddenImports({ path: 'subgraphs/codes/domain/x.ts', text })).toEqual([
      'subgraphs/codes/domain/x.ts:3: domain/ may not import zod',
    ]);
  });

  it.each([
    ['subgraphs/codes/domain/color/x.ts', `import '../../../kit/standards/gbt2260.ts';`],
    ['subgraphs/codes/domain/x.test.ts', `import { it } from 'vitest';`],
    ['subgraphs/codes/persistence/x.ts', `import DataLoader from 'dataloader';`],
    ['cli/main.ts', `import '../subgraphs/codes/subgraph.ts';`],
    ['gateway/server.ts', `import '../subgraphs/kit/log.ts';`],
    ['console/src/offline/x.ts', `import '../../../subgraphs/codes/verify/index.ts';`],
  ])('lets an allowed import pass: %s %s', (path, text) => {
    expect(forbiddenImports({ path, text })).toEqual([]);
  });
});
