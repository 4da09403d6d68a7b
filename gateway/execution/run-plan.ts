import type { FetchNode, PlanNode, ResponsePath } from '@apollo/query-planner';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { SubgraphResult } from '../../subgraphs/kit/subgraph.ts';
import { asGraphQLError } from './as-graphql-error.ts';
import { isRecord, mergeInto, type DataObject } from './data.ts';
import { objectsAt, placesAt } from './gathered.ts';
import { representationOf, rewrite } from './representations.ts';

/** Asks the subgraph of a fetch. */
export type Ask = (fetch: FetchNode, variables: DataObject) => Promise<SubgraphResult>;

/** One run of a plan. */
export interface PlanRun {
  /** Types of all subgraphs. */
  readonly supergraph: GraphQLSchema;
  readonly ask: Ask;
  /** As the request gives them. */
  readonly variables: Readonly<DataObject>;
  /** The same, with defaults: what conditions are read of. */
  readonly conditions: Readonly<DataObject>;
  /** What subgraphs have said so far. */
  readonly gathered: DataObject;
  readonly errors: GraphQLError[];
  /** A place in what is gathered as a place in the answer. */
  readonly inAnswer: (path: ResponsePath) => ResponsePath;
}

const ROOT: ResponsePath = [];

/** Runs a plan, or a part of it at a path, to its end; what fails is among the errors. */
export async function runPlan(run: PlanRun, node: PlanNode, path = ROOT): Promise<void> {
  switch (node.kind) {
    case 'Sequence':
      for (const one of node.nodes) await runPlan(run, one, path);
      return;
    case 'Parallel':
      await Promise.all(node.nodes.map((one) => runPlan(run, one, path)));
      return;
    case 'Flatten':
      return runPlan(run, node.node, [...path, ...node.path]);
    case 'Condition': {
      const taken = run.conditions[node.condition] === true ? node.ifClause : node.elseClause;
      if (taken) await runPlan(run, taken, path);
      return;
    }
    case 'Fetch':
      try {
        await (node.requires ? fetchEntities(run, node, path) : fetchFields(run, node, path));
      } catch (error) {
        run.errors.push(asGraphQLError(error));
      }
      return;
    case 'Defer':
      throw new Error('Nothing is deferred.');
  }
}

function usedVariables({ variables }: PlanRun, { variableUsages = [] }: FetchNode): DataObject {
  const used: DataObject = {};
  for (const name of variableUsages) {
    if (Object.hasOwn(variables, name)) used[name] = variables[name];
  }
  return used;
}

/** An error of a subgraph as the whole answer has it; `path` is its own within that. */
function errorOf(
  { message, extensions }: GraphQLFormattedError,
  serviceName: string,
  path: ResponsePath | undefined,
): GraphQLError {
  return new GraphQLError(message || `The subgraph "${serviceName}" failed.`, {
    ...(path && { path }),
    originalError: new Error(message), // what a subgraph says is no fault of the request by itself
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...extensions, serviceName },
  });
}

/** A fetch that needs nothing of what is gathered: of the operation's own root fields. */
async function fetchFields(run: PlanRun, fetch: FetchNode, path: ResponsePath): Promise<void> {
  const targets = objectsAt(run.gathered, path);
  if (targets.length === 0) return;
  const { data, errors = [] } = await run.ask(fetch, usedVariables(run, fetch));
  const places = errors.length > 0 && path.length > 0 ? placesAt(run.gathered, path) : [{ path }];
  for (const error of errors) {
    for (const place of error.path ? places : [{ path }]) {
      const at = error.path && run.inAnswer([...place.path, ...error.path]);
      run.errors.push(errorOf(error, fetch.serviceName, at));
    }
  }
  if (!data) return;
  rewrite(run.supergraph, fetch.outputRewrites, data);
  for (const target of targets) mergeInto(target, data);
}

/** An entity that a subgraph is asked about, once however often it is there. */
interface Asked {
  readonly representation: DataObject;
  /** What it stands for. */
  readonly objects: DataObject[];
}

function askedOf({ supergraph, gathered }: PlanRun, fetch: FetchNode, path: ResponsePath): Asked[] {
  const asked = new Map<string, Asked>();
  for (const object of new Set(objectsAt(gathered, path))) {
    const representation = representationOf(supergraph, object, fetch.requires ?? []);
    if (!representation?.['__typename']) continue;
    rewrite(supergraph, fetch.inputRewrites, representation);
    const text = JSON.stringify(representation);
    const known = asked.get(text);
    if (known) known.objects.push(object);
    else asked.set(text, { representation, objects: [object] });
  }
  return [...asked.values()];
}

/** A fetch of more fields of objects that are gathered already. */
async function fetchEntities(run: PlanRun, fetch: FetchNode, path: ResponsePath): Promise<void> {
  const asked = askedOf(run, fetch, path);
  if (asked.length === 0) return;
  const representations = asked.map(({ representation }) => representation);
  const variables = { ...usedVariables(run, fetch), representations };
  const { data, errors = [] } = await run.ask(fetch, variables);
  reportEntities(run, fetch, errors, { path, asked });
  if (!data) return;
  const entities = data['_entities'];
  if (!Array.isArray(entities) || entities.length !== asked.length) {
    throw new Error(`Expected "data._entities" to contain ${asked.length} elements`);
  }
  for (const [at, entity] of entities.entries()) {
    if (!isRecord(entity)) continue;
    const targets = asked[at]?.objects ?? [];
    entity['__typename'] ??= targets[0]?.['__typename'];
    rewrite(run.supergraph, fetch.outputRewrites, entity);
    for (const target of targets) mergeInto(target, entity);
  }
}

/** An error of an entity is one of each place where the entity stands. */
function reportEntities(
  run: PlanRun,
  { serviceName }: FetchNode,
  errors: readonly GraphQLFormattedError[],
  { path, asked }: { readonly path: ResponsePath; readonly asked: readonly Asked[] },
): void {
  if (errors.length === 0) return;
  const places = placesAt(run.gathered, path);
  for (const error of errors) {
    const [, index, ...below] = error.path ?? [];
    const concerned = typeof index === 'number' ? new Set(asked[index]?.objects) : new Set();
    const found = places.filter(({ object }) => concerned.has(object));
    // What failed for all entities is of no one place in the answer.
    if (found.length === 0) run.errors.push(errorOf(error, serviceName, undefined));
    for (const place of found) {
      run.errors.push(errorOf(error, serviceName, run.inAnswer([...place.path, ...below])));
    }
  }
}
