import {
  AggregatorRegistry,
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
} from 'prom-client';
import { DomainError } from '../../subgraphs/kit/domain-error.ts';
import { BREAKER_STATES, type BreakerState } from '../sources/breaker.ts';
import type { OperationHook } from '../hooks/operation-hooks.ts';
import { operationNameOf, outcomeOf } from '../hooks/operation-outcome.ts';
import type { SubgraphClient } from '../sources/subgraph-client.ts';

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What a gateway counts. Labels come from closed lists alone: names of trusted documents, of
 * subgraphs, of refusals. Nothing of a person, an account or a variable is among them.
 */
export interface Metrics {
  /** Counts operations; `trusted` are the texts whose names are labels. */
  hook(trusted: ReadonlySet<string>): OperationHook;
  /** Measures what one subgraph is asked. */
  measured(client: SubgraphClient): SubgraphClient;
  /** Is told of the breaker of a subgraph. */
  breaker(subgraph: string, state: BreakerState): void;
  /** Is told of each plan that is used: one known before, or one made for it. */
  plan(known: boolean): void;
  /** Gives it to the process that watches over this worker, which shows that of all. */
  share(): void;
  /** All of it, as Prometheus reads it. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Metrics of one gateway, beside those of its process (memory, delay of the event loop). */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const operations = new Counter({
    ...{
      name: 'tongma_operations_total',
      help: 'Operations, by outcome: OK or a code.',
      registers,
    },
    labelNames: ['operation', 'outcome'],
  });
  const operationSeconds = new Histogram({
    ...{ name: 'tongma_operation_seconds', help: 'Time of operations.', registers },
    ...{ labelNames: ['operation'], buckets: BUCKETS },
  });
  const subgraphSeconds = new Histogram({
    ...{ name: 'tongma_subgraph_seconds', help: 'Time until a subgraph answered.', registers },
    ...{ labelNames: ['subgraph'], buckets: BUCKETS },
  });
  const subgraphFailures = new Counter({
    ...{ name: 'tongma_subgraph_failures_total', help: 'Without an answer, by code.', registers },
    labelNames: ['subgraph', 'code'],
  });
  const breakers = new Gauge({
    ...{ name: 'tongma_subgraph_breaker', help: '1 for the state of the breaker.', registers },
    labelNames: ['subgraph', 'state'],
  });
  const plans = new Counter({
    ...{ name: 'tongma_plans_total', help: 'Plans used: known, or made anew.', registers },
    labelNames: ['plan'],
  });

  function breaker(subgraph: string, state: BreakerState): void {
    for (const one of BREAKER_STATES) breakers.set({ subgraph, state: one }, one === state ? 1 : 0);
  }

  return {
    hook: (trusted) => () => {
      const began = performance.now();
      return {
        answered({ request, operation, response, contextValue: { warming } }) {
          if (warming) return;
          const name = operationNameOf(trusted, request.query, operation);
          operations.inc({ operation: name, outcome: outcomeOf(response) });
          operationSeconds.observe({ operation: name }, (performance.now() - began) / 1_000);
        },
      };
    },
    measured(client) {
      const subgraph = client.name;
      breaker(subgraph, 'closed');
      return {
        ...client,
        async execute(operation, identity) {
          const began = performance.now();
          try {
            return await client.execute(operation, identity);
          } catch (error) {
            const code = error instanceof DomainError ? error.code : 'INTERNAL';
            subgraphFailures.inc({ subgraph, code });
            throw error;
          } finally {
            subgraphSeconds.observe({ subgraph }, (performance.now() - began) / 1_000);
          }
        },
      };
    },
    breaker,
    plan: (known) => {
      plans.inc({ plan: known ? 'known' : 'made' });
    },
    share() {
      AggregatorRegistry.setRegistries(registry);
      new AggregatorRegistry(); // its construction is what has a worker answer
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
