import { ANSWER_MAX, decodeAnswer, type ListAnswer } from '../domain/exchange/list-exchange.ts';
import { COSE_TYPE, LISTS_PATH } from './serve-lists.ts';

const TIMEOUT_MS = 20_000;

/** Reads an answer, as far as it is no longer than an answer may be. */
async function bytesOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const given of response.body ?? []) {
    const chunk: unknown = given;
    if (!(chunk instanceof Uint8Array)) continue;
    length += chunk.length;
    if (length > ANSWER_MAX) throw new Error('The answer is longer than an answer may be.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Sends a signed request to another stack and reads its answer; nothing in it is verified yet. */
export async function askStack(endpoint: string, request: Uint8Array): Promise<ListAnswer> {
  const response = await fetch(`${endpoint}${LISTS_PATH}`, {
    method: 'POST',
    headers: { 'content-type': COSE_TYPE },
    body: Uint8Array.from(request),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error',
  });
  if (!response.ok) throw new Error(`It answers ${response.status}.`);
  const answer = decodeAnswer(await bytesOf(response));
  if (!answer) throw new Error('This is no answer.');
  return answer;
}
