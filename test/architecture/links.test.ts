import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownPaths, readSource } from './source-files.ts';

/** Anchors of the headings of a page, as GitHub makes them. */
function anchorsOf(text: string): string[] {
  const prose = text.replaceAll(/^```[^]*?^```$/gm, '');
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Links of a page that lead to no file, or to no heading of one. */
function deadLinks(
  path: string,
  text: string,
  pages: ReadonlyMap<string, string>,
  all: Set<string>,
) {
  const prose = text.replaceAll(/^```[^]*?^```$/gm, '');
  return [...prose.matchAll(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(
    ([link, file = '', anchor]) => {
      const to = file === '' ? path : posix.join(posix.dirname(path), file);
      const isThere =
        all.has(to) || [...all].some((one) => one.startsWith(`${to.replace(/\/$/, '')}/`));
      if (!isThere) return [`${path}: ${link}`];
      if (anchor === undefined) return [];
      return anchorsOf(pages.get(to) ?? '').includes(anchor) ? [] : [`${path}: ${link}`];
    },
  );
}

describe('links of the documents', () => {
  it('lead to files and headings that there are', () => {
    const all = new Set(ownPaths());
    const pages = new Map(
      [...all]
        .filter((path) => path.endsWith('.md'))
        .map((path) => [path, readSource(path).text] as const),
    );
    expect(pages.size).toBeGreaterThan(15);
    expect([...pages].flatMap(([path, text]) => deadLinks(path, text, pages, all))).toEqual([]);
  });
});

describe('the check of links', () => {
  const pages = new Map([['docs/a.md', '# One\n\n## The `b` of c\n']]);
  const all = new Set(['docs/a.md', 'README.md', 'deploy/compose.yaml']);

  it.each([
    ['[a](docs/a.md#the-b-of-c) [b](deploy/) [c](https://example.org/d#e)', []],
    ['[a](docs/b.md)', ['README.md: ](docs/b.md)']],
    ['[a](docs/a.md#two)', ['README.md: ](docs/a.md#two)']],
  ])('finds in %j: %j', (text, dead) => {
    expect(deadLinks('README.md', text, pages, all)).toEqual(dead);
  });
});
