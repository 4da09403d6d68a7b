import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';

const STATUS: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** Answers what is no whole HTTP request, in the form of every other refusal, and hangs up. */
export function cutOff({ code }: Error & { code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const message = 'The request did not arrive whole, or in time.';
    const extensions = { code: 'BAD_USER_INPUT', retryable: false, requestId: randomUUID() };
    const body = JSON.stringify({ errors: [{ message, extensions }] });
    const head = [
      `HTTP/1.1 ${STATUS[code ?? ''] ?? '400 Bad Request'}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroy();
}
