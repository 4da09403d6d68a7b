import { defaultFieldResolver, getNamedType, type GraphQLSchema } from 'graphql';
import { DomainError } from '../domain-error.ts';
import type { ResolveReference } from '../graphql/build-schema.ts';
import type { Attempts } from './attempts.ts';

/** What the context of a mutation holds, so that it may be sent again. */
export interface AttemptContext {
  readonly attempts: Attempts;
  /** As the client sent it; absent when it sent none. */
  readonly idempotencyKey?: string | undefined;
}

/** Finds again what a mutation once gave, by type. */
export type Replays<C> = Readonly<Record<string, ResolveReference<C>>>;

function idOf(result: unknown): string {
  if (typeof result === 'object' && result) {
    if ('id' in result && typeof result.id === 'string') return result.id;
    if ('resultId' in result && typeof result.resultId === 'string') return result.resultId;
  }
  throw new Error('What a mutation gives has no id.');
}

/**
 * Makes every mutation do its work once for an Idempotency-Key: sent again, it gives what came of
 * the first time. A mutation whose result cannot be found again makes it throw.
 */
export function replayMutations<C>(schema: GraphQLSchema, replays: Replays<C>): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const type = getNamedType(field.type).name;
    const again = replays[type];
    if (!again) throw new Error(`Nothing finds a ${type} again, which ${field.name} gives.`);
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (
      source,
      args: Record<string, unknown>,
      context: C & AttemptContext,
      info,
    ) => {
      const { attempts, idempotencyKey: key } = context;
      if (key === undefined) return resolve(source, args, context, info);
      const attempt = { key, field: field.name, args };
      const earlier = await attempts.begin(attempt);
      if (earlier) {
        const found: unknown = await again({ id: earlier.id }, context, info);
        if (found) return found;
        throw new DomainError('CONFLICT', 'This was done before, and can no longer be shown.');
      }
      const result: unknown = await resolve(source, args, context, info);
      await attempts.finish(attempt, { type, id: idOf(result) });
      return result;
    };
  }
  return schema;
}
