import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, type ExecutionResult, type GraphQLFieldResolver } from 'graphql';
import { z } from 'zod';

/** What answers for one type: its fields, and itself by a key. */
export type TypeResolvers = Readonly<Record<string, GraphQLFieldResolver<never, unknown> | object>>;

/** An answer that is none: a status with some text, or nothing at all. */
export type Broken = { readonly status: number; readonly text: string } | 'cut off';

/** A small subgraph of a case. */
export interface Subgraph {
  readonly name: string;
  /** Types alone: the federation's directives are linked for it. */
  readonly sdl: string;
  /** Written for the first federation, which knows no links. Default: it is not. */
  readonly isFirst?: boolean;
  readonly resolvers: Readonly<Record<string, TypeResolvers>>;
  /** Answers otherwise than a subgraph should. */
  readonly instead?: (right: ExecutionResult) => ExecutionResult | Broken;
}

/** A subgraph that listens on loopback. */
export interface Listening {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
  close(): Promise<void>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [
  "@key", "@requires", "@provides", "@external", "@shareable", "@override", "@inaccessible",
  "@interfaceObject", "@extends", "@tag"])`;

const asked = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

function isBroken(answer: ExecutionResult | Broken): answer is Broken {
  return answer === 'cut off' || 'status' in answer;
}

function send(response: ServerResponse, answer: ExecutionResult | Broken): void {
  if (answer === 'cut off') response.destroy();
  else if (isBroken(answer)) response.writeHead(answer.status).end(answer.text);
  else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

/** Lets a subgraph listen; `note` is told each time it is asked. */
export async function listen(
  { name, sdl, isFirst, resolvers, instead }: Subgraph,
  note: (name: string) => void,
): Promise<Listening> {
  const linked = isFirst ? sdl : `${LINK}\n${sdl}`;
  const schema = buildSubgraphSchema([{ typeDefs: parse(linked), resolvers: resolvers as never }]);
  const server: Server = createServer((request, response) => {
    note(name);
    void (async () => {
      const { query: source, variables, operationName } = asked.parse(await json(request));
      const variableValues = variables ?? {};
      const right = await graphql({ schema, source, variableValues, operationName });
      send(response, instead?.(right) ?? right);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    name,
    url: `http://127.0.0.1:${port}/of/${name}`,
    sdl: linked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
