import {
  createServer,
  request as send,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A door before a running Tongma that gives its build, or one that comes after it. */
export interface TwoBuilds {
  readonly origin: string;
  /** From now on the later build is served. */
  readonly update: () => void;
  readonly close: () => Promise<void>;
}

const WORKER = '/offline-pages.js';
const ENTRY = /\/assets\/index-([\w-]+)\.js/g;
const LATER = '/assets/index-$1-later.js';

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  return text;
}

function without(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}

/** What the later build has in its page and worker: a first script of another name, another version. */
function later(text: string): string {
  return text
    .replaceAll(ENTRY, LATER)
    .replace('<head>', '<head><meta name="build" content="later" />')
    .replace(/(version["`']?:["`'])\w+/, '$1later');
}

/** Opens the door. Whoever has signed in at the gateway has here: cookies are of the host. */
export async function twoBuilds(gateway: string): Promise<TwoBuilds> {
  const { host } = new URL(gateway);
  let updated = false;
  const server: Server = createServer((asked, response) => {
    const { method, url = '/' } = asked;
    // What is asked for is given whole: a page of the other build is another.
    const headers = without(asked.headers, ['if-none-match', 'if-modified-since']);
    const path = url.replace('-later.js', '.js');
    const sameOrigin = headers.origin === undefined ? {} : { origin: gateway };
    const plain = { ...headers, ...sameOrigin, host, 'accept-encoding': 'identity' };
    const forwarded = send(`${gateway}${path}`, { method, headers: plain }, (answer) => {
      const { statusCode = 502, headers: given } = answer;
      const isPage = given['content-type']?.startsWith('text/html') ?? false;
      if (!updated || !(isPage || path === WORKER)) {
        response.writeHead(statusCode, given);
        answer.pipe(response);
        return;
      }
      void textOf(answer).then((text) => {
        response.writeHead(statusCode, without(given, ['content-length', 'etag']));
        response.end(later(text));
      });
    });
    forwarded.on('error', () => response.destroy());
    asked.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    update: () => (updated = true),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
