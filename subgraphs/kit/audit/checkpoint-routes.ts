import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CHAIN_MAX } from './ask-witnesses.ts';
import { checkpointJson, checkpointShape } from './checkpoint-json.ts';
import type { Checkpointer } from './checkpointer.ts';
import type { Witness } from './witness.ts';

const query = z.object({ after: z.coerce.number().int().nonnegative().optional() });
const body = z.object({ checkpoints: z.array(checkpointShape).min(1).max(CHAIN_MAX) });

/**
 * Puts the two routes of logs on a server, below `prefix`: `GET /checkpoint` gives the newest, or
 * with `?after=` those that follow it; `POST /cosign` is for the logs that this one looks after.
 * Checkpoints say how long chains are and nothing of what is in them.
 */
export function mountCheckpoints(
  app: FastifyInstance,
  prefix: string,
  checkpointer: Checkpointer,
  witness: Witness,
): void {
  app.get(`${prefix}/checkpoint`, async (request, reply) => {
    const given = query.safeParse(request.query);
    if (!given.success) return reply.code(400).send({ error: 'BAD_USER_INPUT' });
    const chain = await checkpointer.chain(given.data.after ?? null);
    return { checkpoints: chain.map(checkpointJson) };
  });
  app.post(`${prefix}/cosign`, { bodyLimit: 1_048_576 }, async (request, reply) => {
    const given = body.safeParse(request.body);
    if (!given.success) return reply.code(400).send({ error: 'BAD_USER_INPUT' });
    const answer = await witness(given.data.checkpoints);
    return reply.code('refused' in answer ? 409 : 200).send(answer);
  });
}
