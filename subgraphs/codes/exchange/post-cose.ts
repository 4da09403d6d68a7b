import { COSE_TYPE } from './serve-lists.ts';

/** Another stack answers, and not with what was asked for. */
export class RefusedByPeerError extends Error {
  override readonly name = 'RefusedByPeerError';
  readonly status: number;

  constructor(status: number) {
    super(`It answers ${status}.`);
    this.status = status;
  }
}

/** Reads an answer, as far as it is no longer than it may be. */
async function bytesOf(response: Response, longest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > longest) throw new Error('The answer is longer than an answer may be.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** How long another stack is waited for, and how much of an answer is taken. */
export interface PostLimits {
  readonly timeoutMs: number;
  /** In bytes. */
  readonly longest: number;
}

/**
 * Posts a signed request to another stack and gives the bytes it answers.
 * @throws {RefusedByPeerError} for another status than 200
 */
export async function postCose(
  url: string,
  request: Uint8Array,
  { timeoutMs, longest }: PostLimits,
): Promise<Uint8Array> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': COSE_TYPE },
    body: Uint8Array.from(request),
    signal: AbortSignal.timeout(timeoutMs),
    redirect: 'error',
  });
  if (!response.ok) throw new RefusedByPeerError(response.status);
  return bytesOf(response, longest);
}
