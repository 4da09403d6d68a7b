import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors, type Provider } from 'oidc-provider';
import { z } from 'zod';
import { CONTENT_POLICY } from '../../gateway/console-files.ts';
import type { ProviderSettings } from './openid-settings.ts';
import { SIGN_IN_WORDS, languageOf, type SignInWords } from './sign-in-words.ts';

/** Where one begins anew. */
const ANEW = '/console/?sign-in=failed';

const form = z.object({ username: z.string().max(128), password: z.string().max(256) });

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;
type SignInRequest = FastifyRequest<{ Params: { uid: string } }>;

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The account behind a name and a password; the same time for a wrong name as for a wrong password. */
function accountOf(body: unknown, { clients }: ProviderSettings): string | null {
  const given = form.safeParse(body);
  if (!given.success) return null;
  const { username, password } = given.data;
  const client = clients.find(({ clientId }) => clientId === username.trim());
  const good = timingSafeEqual(digest(password), digest(client?.secret ?? ''));
  return good && client?.secret !== undefined ? client.clientId : null;
}

/** Texts of the page stand in the built template as `{{name}}`. */
function filled(template: string, words: SignInWords, failed: boolean): string {
  const texts: Record<string, string> = { ...words, failed: failed ? words.failed : '' };
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => texts[name] ?? '');
}

/**
 * The page where people of the embedded provider sign in. Name and password are those of the
 * accounts in demo.json.
 */
export async function mountSignInPage(
  app: FastifyInstance,
  provider: Provider,
  settings: ProviderSettings,
): Promise<void> {
  const file = new URL(import.meta.resolve('#console/sign-in.html'));

  async function page(request: FastifyRequest, reply: FastifyReply, failed: boolean) {
    const words = SIGN_IN_WORDS[languageOf(request.headers['accept-language'])];
    const template = await readFile(file, 'utf8');
    return reply
      .code(failed ? 401 : 200)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': CONTENT_POLICY,
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      })
      .send(filled(template, words, failed));
  }

  /** The sign-in under way; null when it is over or was begun elsewhere. */
  async function underWay(request: SignInRequest, reply: FastifyReply) {
    try {
      const interaction = await provider.interactionDetails(request.raw, reply.raw);
      return interaction.uid === request.params.uid ? interaction : null;
    } catch (error) {
      if (error instanceof errors.SessionNotFound) return null;
      throw error;
    }
  }

  /** Whoever signed in here before on this browser is gone: the next may be somebody else. */
  async function forgetOthers(interaction: Interaction): Promise<void> {
    if (!interaction.session) return;
    await (await provider.Session.findByUid(interaction.session.uid))?.destroy();
    delete interaction.session;
    await interaction.save(interaction.exp - Math.floor(Date.now() / 1_000));
  }

  await app.register((scope, _options, done) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 4_096 },
      (_request, body, next) => {
        next(null, Object.fromEntries(new URLSearchParams(String(body))));
      },
    );
    scope.get<{ Params: { uid: string } }>('/oidc/sign-in/:uid', async (request, reply) => {
      if (!(await underWay(request, reply))) return reply.redirect(ANEW, 303);
      return page(request, reply, false);
    });
    scope.post<{ Params: { uid: string } }>('/oidc/sign-in/:uid', async (request, reply) => {
      const interaction = await underWay(request, reply);
      if (!interaction) return reply.redirect(ANEW, 303);
      const accountId = accountOf(request.body, settings);
      if (accountId === null) return page(request, reply, true);
      await forgetOthers(interaction);
      reply.hijack();
      await provider.interactionFinished(
        request.raw,
        reply.raw,
        { login: { accountId, remember: false } },
        { mergeWithLastSubmission: false },
      );
      return reply;
    });
    done();
  });
}
