import { parse, type DocumentNode } from 'graphql';
import { kept } from '../kept.ts';

/** Most documents kept; query plans repeat the same few. */
const KEPT_MAX = 1_000;

/**
 * Parses operations, each text once: what is compiled per document (validation, access) is then made
 * once too. @throws {GraphQLError} for a text that is none
 */
export function keptDocuments(): (text: string) => DocumentNode {
  const documents = kept<string, DocumentNode>(KEPT_MAX);
  return (text) => {
    const known = documents.get(text);
    if (known) return known;
    const document = parse(text, { noLocation: true });
    documents.set(text, document);
    return document;
  };
}
