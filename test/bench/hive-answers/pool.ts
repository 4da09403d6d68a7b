import fc from 'fast-check';
import { generatedQueries } from '../../system/support/generated-queries.ts';
import type { Pool } from '../../system/support/generated-values.ts';
import type { Attacker } from '../../system/support/attacker.ts';
import type { BenchTongma } from '../recognize/tongma.ts';
import { ask } from './answers.ts';
import type { Asking } from './askers.ts';

/** Documents that are asked to learn what there is. */
const HARVEST = 80;

/** Ids of what an answer holds, by the names of types: each object says its own. */
function collect(value: unknown, into: Map<string, Set<string>>): void {
  if (typeof value !== 'object' || value === null) return;
  if ('id' in value && '__typename' in value && typeof value.id === 'string') {
    const type = String(value.__typename);
    const kind = type === 'HealthCode' ? 'code' : type.charAt(0).toLowerCase() + type.slice(1);
    into.set(kind, (into.get(kind) ?? new Set()).add(value.id));
  }
  for (const part of Object.values(value)) collect(part, into);
}

/** What officials find in their lists, to ask about. */
export async function harvest(
  tongma: BenchTongma,
  asking: Asking,
  officials: readonly Attacker[],
  seed: number,
): Promise<Pool> {
  const { demo, gatewayUrl } = tongma;
  const base = {
    texts: demo.codes.map(({ text }) => text),
    people: [{ name: 'Nobody', documentNumber: '110101199003070011' }],
  };
  const accounts = officials.map(({ subject }) => subject);
  const blind: Pool = { ...base, ids: accounts, idsOf: { account: accounts } };
  const found = new Map<string, Set<string>>();
  const documents = fc.sample(generatedQueries(officials, blind), { numRuns: HARVEST, seed });
  for (const document of documents) {
    const { data } = await ask(gatewayUrl, await asking.tongma(document.by), document);
    collect(data, found);
  }
  const idsOf = Object.fromEntries([...found].map(([kind, ids]) => [kind, [...ids].toSorted()]));
  return { ...base, ids: [...new Set([...Object.values(idsOf).flat(), ...accounts])], idsOf };
}
