import { describe, expect, it } from 'vitest';
import { ownPaths, readSource, trackedPaths } from './source-files.ts';

/** Paths of the code block under the heading "Map"; two spaces of indent are one folder deeper. */
function mapOf(readme: string): string[] {
  const block = /^## Map\b[^\n]*\n[^]*?^```[^\n]*\n([^]*?)^```/m.exec(readme)?.[1] ?? '';
  const parents: string[] = [];
  return block
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const depth = (/^ */.exec(line)?.[0].length ?? 0) / 2;
      const names = line.trim().split(/ {2,}/)[0]?.split(' ') ?? [];
      const above = parents.slice(0, depth).join('');
      if (names[0]?.endsWith('/')) parents.splice(depth, Infinity, names[0]);
      return names.map((name) => `${above}${name}`);
    });
}

/** Named paths that are not there, and top-level folders that the map leaves out. */
function mapFaults(readme: string, present: readonly string[], tracked: readonly string[]) {
  const named = mapOf(readme);
  const exists = (name: string) =>
    present.some((path) => (name.endsWith('/') ? path.startsWith(name) : path === name));
  const folders = tracked
    .filter((path) => path.includes('/'))
    .map((path) => `${path.split('/')[0] ?? ''}/`);
  return [
    ...(named.length > 0 ? [] : ['README.md has no map']),
    ...named.filter((name) => !exists(name)).map((name) => `${name} is in the map only`),
    ...[...new Set(folders)]
      .filter((folder) => !named.includes(folder))
      .map((folder) => `${folder} is not in the map`),
  ];
}

describe('the map in README.md', () => {
  it('names every top-level folder, and nothing that is not there', () => {
    expect(mapFaults(readSource('README.md').text, ownPaths(), trackedPaths())).toEqual([]);
  });
});

describe('the check of the map', () => {
  const readme = (map: string) => `# A\n\n## Map of the tree\n\n\`\`\`text\n${map}\n\`\`\`\n`;
  const files = ['package.json', 'cli/main.ts', 'cli/commands/start.ts', 'gateway/server.ts'];

  it.each([
    ['README.md has no map', '# A\n'],
    ['gateway/ is not in the map', readme('cli/  command')],
    ['schema/ is in the map only', readme('cli/\ngateway/\nschema/  contract')],
    ['cli/seed/ is in the map only', readme('cli/  command\n  seed/  demo\ngateway/')],
    ['cli/server.ts is in the map only', readme('cli/\n  main.ts server.ts  entry\ngateway/')],
  ])('finds: %s', (fault, text) => {
    expect(mapFaults(text, files, files)).toContain(fault);
  });

  it('accepts a map that is right', () => {
    const map =
      'package.json  one package\ncli/  command\n  main.ts  entry\n  commands/  one a file\ngateway/';
    expect(mapFaults(readme(map), files, files)).toEqual([]);
  });

  it('lets new folders wait until git tracks them', () => {
    expect(mapFaults(readme('cli/\ngateway/'), [...files, 'deploy/a.yaml'], files)).toEqual([]);
  });
});
