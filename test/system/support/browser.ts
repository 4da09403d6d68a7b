import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { demo } from './client.ts';

/** Cookies of one browser and what it does by HTTP; ports share cookies, as they do in browsers. */
export class HttpBrowser {
  readonly cookies = new Map<string, string>();

  /** One request; redirects are not followed. */
  async go(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie !== '' && { cookie }), ...(init.headers as object) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const until = /expires=([^;]+)/i.exec(line)?.[1];
      if (until !== undefined && Date.parse(until) < Date.now()) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Follows redirects until one leads to what `wanted` takes; that address is not asked. */
  async follow(url: string, wanted: (url: URL) => boolean): Promise<URL> {
    let at = new URL(url);
    for (let step = 0; step < 10 && !wanted(at); step += 1) {
      const response = await this.go(at.href);
      const location = response.headers.get('location');
      if (location === null) throw new Error(`${at.pathname} answers ${response.status}.`);
      at = new URL(location, at);
    }
    return at;
  }

  /**
   * Goes to a gateway's sign-in and gives name and password, of the demo unless it is said; where
   * the provider sends it back.
   */
  async signInUpToCallback(
    gateway: string,
    username: string,
    to = '/console/',
    password = demo().accounts.find((one) => one.username === username)?.password ?? '',
  ): Promise<URL> {
    const begin = `${gateway}/sign-in?to=${encodeURIComponent(to)}`;
    const form = await this.follow(begin, ({ pathname }) => pathname.includes('/oidc/sign-in/'));
    const sent = await this.go(form.href, {
      method: 'POST',
      body: new URLSearchParams({ username, password }),
    });
    const next = new URL(sent.headers.get('location') ?? '', form);
    return this.follow(next.href, ({ pathname }) => pathname === '/sign-in/callback');
  }

  /** Signs in; the path that it led to. `gateway` finishes what it began. */
  async signIn(gateway: string, username: string, to = '/console/'): Promise<string> {
    const callback = await this.signInUpToCallback(gateway, username, to);
    const entered = await this.go(`${gateway}${callback.pathname}${callback.search}`);
    return entered.headers.get('location') ?? '';
  }
}

/** Headers that the console's own script sends; `origin` is what browsers see. */
export function consoleHeaders(origin: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-tongma-console': '1',
    origin,
    'sec-fetch-site': 'same-origin',
  };
}

/** Hash of a document of the console, by its operation's name. */
export function hashOf(operation: string): string {
  const file = new URL('../../../console/src/gql/persisted-documents.json', import.meta.url);
  const documents = JSON.parse(readFileSync(fileURLToPath(file), 'utf8')) as Record<string, string>;
  const found = Object.entries(documents).find(([, text]) =>
    new RegExp(`^(query|mutation) ${operation}\\b`).test(text),
  );
  if (!found) throw new Error(`The console has no document ${operation}.`);
  return found[0];
}

/** Body of a request for a trusted document. */
export function trusted(sha256Hash: string, more: object = {}): string {
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  return JSON.stringify({ extensions, variables: {}, ...more });
}

/** What a browser sees when the console asks who is signed in. */
export async function viewerOf(browser: HttpBrowser, gateway: string, origin = gateway) {
  const response = await browser.go(`${gateway}/console/graphql`, {
    method: 'POST',
    headers: consoleHeaders(origin),
    body: trusted(hashOf('Viewer')),
  });
  const body = (await response.json()) as {
    data?: { viewer: { id: string; role: string } } | null;
    errors?: { extensions: { code: string } }[];
  };
  return {
    status: response.status,
    role: body.data?.viewer.role,
    code: body.errors?.[0]?.extensions.code,
  };
}
