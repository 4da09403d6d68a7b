import type { FastifyInstance } from 'fastify';

/** Answers every other method at a door with 405: what is asked never stands in an address. */
export function refuseOtherMethods(app: FastifyInstance, url: string): void {
  app.route({
    method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'],
    url,
    handler: (request, reply) => {
      const extensions = { code: 'BAD_USER_INPUT', retryable: false, requestId: request.id };
      const errors = [{ message: 'This door takes POST only.', extensions }];
      return reply.code(405).header('allow', 'POST').send({ errors });
    },
  });
}
