import { Kind, parse, type DocumentNode } from 'graphql';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import { kept } from '../../subgraphs/kit/kept.ts';
import { TOKENS_MAX } from './limit-document.ts';
import { checkShape } from './document-shape.ts';

/** Largest body in bytes of a request that brings no list of many items. Source: SECURITY.md, Limits. */
export const BODY_USUAL = 102_400;
/** Longest text of an ad-hoc document, in characters. */
export const TEXT_MAX = 65_536;

/** Root fields that take many items, or a file: their bodies may be as large as the door lets in. */
export const LARGE: ReadonlySet<string> = new Set([
  'recognizeCodes',
  'importBulletin',
  'submitTestResults',
  'submitSignedTestResults',
  'proposePolicy',
  'policyFaults',
]);

/** Documents whose shape is known to be right; a client sends the same ones again. */
const KNOWN_MAX = 1_000;

/** Judges bodies of ad-hoc requests before anything is done with them. */
export type CheckBody = (body: unknown, bytes: number) => void;

function takesMuch({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (node) =>
      node.kind === Kind.OPERATION_DEFINITION &&
      node.selectionSet.selections.some(
        (one) => one.kind === Kind.FIELD && LARGE.has(one.name.value),
      ),
  );
}

function textOf(body: unknown): string | undefined {
  const text =
    typeof body === 'object' && body !== null && 'query' in body ? body.query : undefined;
  return typeof text === 'string' ? text : undefined;
}

function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text, { noLocation: true, maxTokens: TOKENS_MAX });
  } catch {
    return undefined; // said by the engine, with the place
  }
}

/**
 * Makes the judge of ad-hoc bodies: size, length of the text, shape of the document.
 * It throws {DomainError} COST_LIMIT, BAD_USER_INPUT; {@link BodyTooLarge} for the size.
 */
export function bodyCheck(): CheckBody {
  const known = kept<string, { readonly large: boolean }>(KNOWN_MAX);
  return (body, bytes) => {
    const text = textOf(body);
    let shape = text === undefined ? undefined : known.get(text);
    if (text !== undefined && !shape) {
      if (text.length > TEXT_MAX) {
        throw new DomainError('COST_LIMIT', `A document has at most ${TEXT_MAX} characters.`);
      }
      const document = parsed(text);
      if (document) {
        checkShape(document);
        shape = { large: takesMuch(document) };
        known.set(text, shape);
      }
    }
    if (bytes > BODY_USUAL && !shape?.large) throw new BodyTooLarge();
  };
}

/** A body that is larger than its document may bring. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
  readonly statusCode = 413;

  constructor() {
    super('The body is too large for its document.');
  }
}
