/** A text of an object that came as JSON. */
function textIn(value: unknown, name: string): string | null {
  const found: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : null;
}

/** Path of the token endpoint of this address; null where another one gives tokens. */
export async function tokenPath(): Promise<string | null> {
  const response = await fetch('/graphiql/sign-in.json', { credentials: 'omit' });
  return textIn(await response.json(), 'tokenPath');
}

/** A token by client credentials; null when they are refused. */
export async function tokenBySecret(
  path: string,
  client: string,
  secret: string,
): Promise<string | null> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'omit',
    headers: { authorization: `Basic ${btoa(`${client}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return textIn(await response.json(), 'access_token');
}
