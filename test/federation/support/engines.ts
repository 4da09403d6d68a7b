import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { composeServices } from '@apollo/composition';
import { parse, type GraphQLFormattedError } from 'graphql';
import { composeOpenGateway } from '../../../gateway/open/gateway.ts';
import { openSupergraph } from '../../../gateway/open/supergraph.ts';
import { createLog } from '../../../subgraphs/kit/log.ts';
import { listen, type Listening, type Subgraph } from './subgraph.ts';

/** What a client sends. */
export interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** What it gets. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** A gateway before subgraphs of its own, so that what one of them keeps is not another's. */
export interface Engine {
  ask(asked: Asked): Promise<Answer>;
  /** Subgraphs that were asked since this was last called, in order. */
  asked(): readonly string[];
  close(): Promise<void>;
}

type Serving = Pick<Engine, 'ask' | 'close'>;

/** The supergraph of some subgraphs. @throws {Error} with all complaints */
export function compose(subgraphs: readonly Omit<Listening, 'close'>[]): string {
  const services = subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error((errors ?? []).map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** Tongma's gateway as it serves any other supergraph. */
async function ours(sdl: string): Promise<Serving> {
  const { app, close } = await composeOpenGateway(
    openSupergraph(sdl),
    createLog('gateway', 'silent'),
  );
  return {
    close,
    async ask(payload) {
      const { body } = await app.inject({ method: 'POST', url: '/graphql', payload });
      return JSON.parse(body) as Answer;
    },
  };
}

/** Apollo Gateway with its own sources, as its documentation starts it. */
async function stock(supergraphSdl: string): Promise<Serving> {
  const logger = createLog('stock', 'silent');
  const server = new ApolloServer({
    gateway: new ApolloGateway({ supergraphSdl, logger }),
    ...{ logger, stopOnTerminationSignals: false },
  });
  await server.start();
  return {
    close: () => server.stop(),
    async ask({ query, variables, operationName }) {
      const { body } = await server.executeOperation({
        query,
        ...(variables && { variables }),
        ...(operationName !== undefined && { operationName }),
      });
      if (body.kind !== 'single') throw new Error('Answered in parts.');
      // As it would travel.
      return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
    },
  };
}

const ENGINES = { ours, stock };

/** The gateways that are compared. */
export type EngineName = keyof typeof ENGINES;

/** Starts a gateway before subgraphs. */
export async function start(name: EngineName, subgraphs: readonly Subgraph[]): Promise<Engine> {
  let asked: string[] = [];
  const listening = await Promise.all(
    subgraphs.map((subgraph) => listen(subgraph, (of) => void asked.push(of))),
  );
  const serving = await ENGINES[name](compose(listening));
  return {
    ask: serving.ask,
    asked() {
      const since = asked;
      asked = [];
      return since;
    },
    async close() {
      await serving.close();
      await Promise.all(listening.map((one) => one.close()));
    },
  };
}
