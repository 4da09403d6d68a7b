import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './process.ts';

/** A fenced block of a page of docs/. */
interface Block {
  /** First word after the fence. */
  readonly language: string;
  /** `variables` or `answer`; '' for the example itself. */
  readonly role: string;
  /** Words of the form `name=value`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly line: number;
}

/** One example that is run: what is asked, and what has to come of it. */
export interface Example {
  readonly kind: 'graphql' | 'sh' | 'js';
  readonly text: string;
  readonly line: number;
  /** Account that asks; none: the demo's partner. */
  readonly as: string | undefined;
  readonly headers: string;
  /** JSON, '' for none. */
  readonly variables: string;
  readonly answer: { readonly language: string; readonly text: string } | undefined;
  /** HTTP status that is promised, if one is. */
  readonly status: number | undefined;
}

const FENCE = /^```(\w*) ?([^\n]*)\n([^]*?)^```$/gm;

function blocksOf(page: string): Block[] {
  return [...page.matchAll(FENCE)].map(
    ({ 1: language = '', 2: words = '', 3: text = '', index }) => {
      const parts = words.split(' ').filter((word) => word !== '');
      return {
        ...{ language, text, line: page.slice(0, index).split('\n').length },
        role: parts.find((word) => !word.includes('=')) ?? '',
        attributes: Object.fromEntries(
          parts.filter((word) => word.includes('=')).map((word) => word.split('=')),
        ),
      };
    },
  );
}

function isKind(language: string): language is Example['kind'] {
  return ['graphql', 'sh', 'js'].includes(language);
}

/** Blocks that belong to an example, or show what is no program. */
const SHOWN: readonly string[] = ['json', 'http', 'text'];

/** Languages of blocks that are neither run nor part of what is run. */
export function unknownBlocks(page: string): string[] {
  return blocksOf(page)
    .filter(({ language }) => !isKind(language) && !SHOWN.includes(language))
    .map(({ language, line }) => `${line}: ${language}`);
}

/** The examples of a page, in order. */
export function examplesOf(page: string): Example[] {
  const examples: Example[] = [];
  let headers = '';
  for (const { language, role, attributes, text, line } of blocksOf(page)) {
    if (language === 'http') headers = text;
    if (isKind(language)) {
      const none = { variables: '', answer: undefined, status: undefined };
      examples.push({ kind: language, text, line, as: attributes['as'], headers, ...none });
      headers = '';
    }
    const last = examples.pop();
    if (!last) continue;
    examples.push({
      ...last,
      ...(role === 'variables' && { variables: text }),
      ...(role === 'answer' && {
        answer: { language, text },
        ...(attributes['status'] !== undefined && { status: Number(attributes['status']) }),
      }),
    });
  }
  return examples;
}

/** Pages of docs/ by their path in it. */
export function docsPages(): ReadonlyMap<string, string> {
  const folder = join(ROOT, 'docs');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => name.endsWith('.md'))
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}
