/** What a gateway answered, as far as it is compared. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly unknown[] }[];
}

/** Sends one operation. */
export async function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  operation: { readonly query: string; readonly variables: object },
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ query: operation.query, variables: operation.variables }),
  });
  return (await response.json()) as Answer;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Places where two values are not the same, such as `f0.nodes.2.id`. */
function placesOf(one: unknown, other: unknown, at: readonly string[]): string[] {
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) {
    return Object.is(one, other) ? [] : [at.join('.')];
  }
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) => placesOf(one[name], other[name], [...at, name]));
}

function errorPlaces({ errors = [] }: Answer): string[] {
  return errors.map(({ path }) => `error at ${path?.join('.') ?? 'no field'}`).toSorted();
}

/** Where two answers differ, in data and in the places of errors. */
export function differences(one: Answer, other: Answer): string[] {
  const [first, second] = [errorPlaces(one), errorPlaces(other)];
  const errors = [
    ...first.filter((place) => !second.includes(place)),
    ...second.filter((place) => !first.includes(place)),
  ];
  return [...placesOf(one.data ?? null, other.data ?? null, ['data']), ...errors];
}
