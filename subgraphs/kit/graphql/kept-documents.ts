import { parse, type DocumentNode } from 'graphql';

/** Most documents kept; query plans repeat the same few. */
const KEPT_MAX = 1_000;

/**
 * Parses operations, each text once: what is compiled per document (validation, access) is then made
 * once too. @throws {GraphQLError} for a text that is none
 */
export function keptDocuments(): (text: string) => DocumentNode {
  const kept = new Map<string, DocumentNode>();
  return (text) => {
    const known = kept.get(text);
    if (known) return known;
    const document = parse(text, { noLocation: true });
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(text, document);
    return document;
  };
}
