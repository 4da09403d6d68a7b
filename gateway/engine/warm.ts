import { setImmediate as pause } from 'node:timers/promises';
import type { Engine } from './engine.ts';

/** What an operation that is only planned came to. */
export interface Warming {
  planned: boolean;
}

function nameOf(text: string): string | undefined {
  return /\b(?:query|mutation)\s+(\w+)/.exec(text)?.[1];
}

/**
 * Has the documents of the console parsed, validated, priced, held against the scopes and planned
 * before anybody sends one. Others are answered in between.
 * @returns names of those that do not fit the supergraph
 */
export async function warm({ apollo, documents }: Engine, signal: AbortSignal): Promise<string[]> {
  const unfit: string[] = [];
  for (const query of documents.values()) {
    await pause();
    if (signal.aborted) break;
    const operationName = nameOf(query);
    const warming: Warming = { planned: false };
    await apollo.executeOperation(
      { query, ...(operationName !== undefined && { operationName }) },
      { contextValue: { requestId: 'warming', warming } },
    );
    if (!warming.planned) unfit.push(operationName ?? 'without a name');
  }
  return unfit;
}
