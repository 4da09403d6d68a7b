import type { Answer } from './client.ts';
import { codeOf } from './personas.ts';

/** What came of a document with one root field: an error's code, or how much there was. */
export function asFound(answer: Answer): string {
  const code = codeOf(answer);
  if (code !== null) return code;
  const value: unknown = Object.values(answer.data as Record<string, unknown>)[0];
  if (value === null) return 'NULL';
  const list = Array.isArray(value) ? value : (value as { nodes?: unknown[] }).nodes;
  return list?.length === 0 ? 'EMPTY' : 'ANSWERED';
}
