import { Kind, parse, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { carriesPolicy } from '../policy/policy-table.ts';

/** A subgraph and the address that its supergraph says. */
export interface SubgraphAddress {
  readonly name: string;
  readonly url: URL;
}

/** A supergraph that anybody may ask for anything of. */
export interface OpenSupergraph {
  readonly sdl: string;
  readonly subgraphs: readonly SubgraphAddress[];
}

/** Why a file cannot be served. */
export class UnservedError extends Error {
  override readonly name = 'UnservedError';
}

function textIn(directive: ConstDirectiveNode, argument: string): string {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}

/** Every subgraph with what stands as its address. */
function graphsOf({ definitions }: DocumentNode): { name: string; url: string }[] {
  return definitions.flatMap((node) =>
    node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph'
      ? (node.values ?? []).flatMap(({ directives }) =>
          (directives ?? [])
            .filter((directive) => directive.name.value === 'join__graph')
            .map((graph) => ({ name: textIn(graph, 'name'), url: textIn(graph, 'url') })),
        )
      : [],
  );
}

function isAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function parsed(sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true });
  } catch (cause) {
    throw new UnservedError('needs the file of a composed supergraph', { cause });
  }
}

/** Reads a supergraph with nothing to enforce in it. @throws {UnservedError} says what is wrong */
export function openSupergraph(sdl: string): OpenSupergraph {
  const document = parsed(sdl);
  const graphs = graphsOf(document);
  if (graphs.length === 0) throw new UnservedError('needs the file of a composed supergraph');
  if (carriesPolicy(document)) {
    throw new UnservedError('carries policy, which nothing enforces with AUTH=off');
  }
  const nowhere = graphs.filter(({ url }) => !isAddress(url)).map(({ name }) => name);
  if (nowhere.length > 0) {
    throw new UnservedError(`says no http:// or https:// address of ${nowhere.join(', ')}`);
  }
  return { sdl, subgraphs: graphs.map(({ name, url }) => ({ name, url: new URL(url) })) };
}
