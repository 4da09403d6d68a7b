import { Kind, visit, type ArgumentNode, type DocumentNode, type FieldNode } from 'graphql';

/** Directives of a supergraph whose sets of fields say what subgraphs need of each other. */
const JOINS: ReadonlySet<string> = new Set(['join__type', 'join__field']);
const SETS: ReadonlySet<string> = new Set(['key', 'requires', 'provides']);

function namesIn({ name, value }: ArgumentNode): readonly string[] {
  if (!SETS.has(name.value) || value.kind !== Kind.STRING) return [];
  return value.value.match(/\w+/g) ?? [];
}

/** Names of all fields by which entities are known or that subgraphs need of each other. */
export function joinedNames(supergraph: DocumentNode): ReadonlySet<string> {
  const names = new Set(['__typename']);
  visit(supergraph, {
    Directive({ name, arguments: given = [] }) {
      if (JOINS.has(name.value)) for (const one of given.flatMap(namesIn)) names.add(one);
    },
  });
  return names;
}

/** An operation's document as it is planned, and how its names are those of the answer again. */
export interface PlannedDocument {
  readonly document: DocumentNode;
  /** Under which name a field of the answer stands in what is gathered. */
  gatheredAs(field: FieldNode): string;
  /** A place in what is gathered as a place in the answer. */
  inAnswer(path: readonly (string | number)[]): (string | number)[];
}

/** How an answer names a field. */
const responseName = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;

function aliasesOf(document: DocumentNode): ReadonlySet<string> {
  const aliases = new Set<string>();
  visit(document, {
    Field(field) {
      aliases.add(responseName(field));
    },
  });
  return aliases;
}

/**
 * Plans other fields that are asked for under the name of one that joins subgraphs under a name of their
 * own: Apollo's planner takes that name in an answer for the field itself, so that another entity would
 * be asked about by what stands there.
 */
export function plannedDocument(
  document: DocumentNode,
  joined: ReadonlySet<string>,
): PlannedDocument {
  const inTheWay = ({ alias, name }: FieldNode) =>
    alias !== undefined && alias.value !== name.value && joined.has(alias.value);
  const used = aliasesOf(document);
  const ownNames = new Map<string, string>();
  const answerNames = new Map<string, string>();

  function ownNameOf(alias: string): string {
    const known = ownNames.get(alias);
    if (known !== undefined) return known;
    let name = `own_${alias}`;
    while (used.has(name)) name = `own_${name}`;
    ownNames.set(alias, name);
    answerNames.set(name, alias);
    return name;
  }

  return {
    document: visit(document, {
      Field(field) {
        if (!inTheWay(field) || !field.alias) return undefined;
        return { ...field, alias: { ...field.alias, value: ownNameOf(field.alias.value) } };
      },
    }),
    gatheredAs: (field) => (inTheWay(field) ? ownNameOf(responseName(field)) : responseName(field)),
    inAnswer: (path) =>
      path.map((part) => (typeof part === 'string' ? (answerNames.get(part) ?? part) : part)),
  };
}
