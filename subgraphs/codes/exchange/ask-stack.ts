import { ANSWER_MAX, decodeAnswer, type ListAnswer } from '../domain/exchange/list-exchange.ts';
import { postCose } from './post-cose.ts';
import { LISTS_PATH } from './serve-lists.ts';

const LIMITS = { timeoutMs: 20_000, longest: ANSWER_MAX } as const;

/** Sends a signed request to another stack and reads its answer; nothing in it is verified yet. */
export async function askStack(endpoint: string, request: Uint8Array): Promise<ListAnswer> {
  const answer = decodeAnswer(await postCose(`${endpoint}${LISTS_PATH}`, request, LIMITS));
  if (!answer) throw new Error('This is no answer.');
  return answer;
}
