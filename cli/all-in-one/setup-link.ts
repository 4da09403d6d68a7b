import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createLog } from '../../subgraphs/kit/log.ts';
import { rightsOf } from '../../subgraphs/residents/publish.ts';
import { openCheckpointer } from '../embedded/checkpoint-key.ts';
import type { DataFolder } from '../embedded/data-folder.ts';
import type { DatabaseUrls } from '../embedded/database.ts';
import type { ProviderSettings } from '../embedded/openid-settings.ts';
import { enterAtCountry } from '../enter-at-country.ts';

const ADMINISTRATOR = 'administrator-000000';

function openFile({ root }: DataFolder): string {
  return join(root, 'administrator-not-set-up');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function page(title: string, body: string): string {
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8">' +
    `<title>${title}</title><h1>${title}</h1>${body}</html>`
  );
}

/**
 * Gives an empty Tongma its administrator, whose password nobody knows until the link is used.
 * @returns the sign-in provider's settings with the administrator's client
 */
export async function prepareAdministrator(
  folder: DataFolder,
  urls: DatabaseUrls,
  provider: ProviderSettings,
): Promise<ProviderSettings> {
  if (provider.clients.some(({ clientId }) => clientId === ADMINISTRATOR)) return provider;
  // Nothing is written without checkpoints, and nothing serves yet.
  const checkpointer = await openCheckpointer(folder, urls, createLog('cli', 'error'));
  try {
    await enterAtCountry(urls.tongma_residents, {
      ...{ role: 'ADMINISTRATOR', subject: ADMINISTRATOR, name: null },
      ...{ beside: false, insteadOf: null },
    });
  } finally {
    await checkpointer.close();
  }
  writeFileSync(openFile(folder), '', { mode: 0o600 });
  const secret = randomBytes(24).toString('base64url');
  const client = {
    clientId: ADMINISTRATOR,
    secret,
    scopes: [...rightsOf('ADMINISTRATOR')],
    accessTokenSeconds: 600,
  };
  return { ...provider, clients: [...provider.clients, client] };
}

/**
 * Puts the one-time link on the server: opening it asks, a button shows the administrator's
 * password, once; a restart before that makes a new link.
 * @returns its path, or null when it has been used
 */
export function mountSetup(
  app: FastifyInstance,
  folder: DataFolder,
  provider: ProviderSettings,
): string | null {
  const file = openFile(folder);
  const client = provider.clients.find(({ clientId }) => clientId === ADMINISTRATOR);
  if (!client || !existsSync(file)) return null;
  const token = randomBytes(24).toString('base64url');
  const expected = digest(token);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; form-action 'self'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
  const isGood = (given: string) => existsSync(file) && timingSafeEqual(digest(given), expected);

  app.register((scope, _options, done) => {
    scope.addContentTypeParser('*', (_request, _payload, next) => {
      next(null);
    });
    scope.get<{ Params: { token: string } }>('/setup/:token', (request, reply) => {
      void reply.headers(headers);
      if (!isGood(request.params.token)) {
        return reply.code(404).send(page('This link has been used', '<p>It works once.</p>'));
      }
      const form = '<form method="post"><button>Show my user name and password</button></form>';
      return reply.send(page('Administrator of this Tongma', `<p>Shown once.</p>${form}`));
    });
    scope.post<{ Params: { token: string } }>('/setup/:token', (request, reply) => {
      void reply.headers(headers);
      if (!isGood(request.params.token)) {
        return reply.code(404).send(page('This link has been used', '<p>It works once.</p>'));
      }
      rmSync(file);
      const shown = `<dl><dt>User name<dd>${ADMINISTRATOR}<dt>Password<dd>${client.secret ?? ''}</dl>`;
      return reply.send(page('Administrator of this Tongma', shown));
    });
    done();
  });
  return `/setup/${token}`;
}
