import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Answers every other method at a door with 405: what is asked never stands in an address. */
export function refuseOtherMethods(app: FastifyInstance, url: string): void {
  async function refuse(request: FastifyRequest, reply: FastifyReply) {
    const extensions = { code: 'BAD_USER_INPUT', retryable: false, requestId: request.id };
    const errors = [{ message: 'This door takes POST only.', extensions }];
    return await reply.code(405).header('allow', 'POST').send({ errors });
  }
  app.route({
    method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'],
    url,
    onRequest: refuse, // before a body is read
    handler: refuse,
  });
}
