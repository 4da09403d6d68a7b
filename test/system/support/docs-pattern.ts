/** What a page calls by a name: `<…>` in what is sent is it, in an answer it becomes it. */
export type Names = Map<string, string>;

/** Stands for any value, and at the end of a list for any further items. */
const ANY = '…';
const NAME = /^<([^<>]+)>$/;

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value);
}

function listFaults(pattern: readonly unknown[], given: unknown, names: Names, at: string) {
  if (!Array.isArray(given)) return [`${at} is no list`];
  const open = pattern.at(-1) === ANY;
  const items = open ? pattern.slice(0, -1) : pattern;
  const fits = open ? given.length >= items.length : given.length === items.length;
  return [
    ...(fits ? [] : [`${at} has ${given.length} items`]),
    ...items.flatMap((item, index) => answerFaults(item, given[index], names, `${at}.${index}`)),
  ];
}

/**
 * Where an answer is not as a page says. Objects may hold more; a name that nothing has yet is
 * given what stands there.
 */
export function answerFaults(pattern: unknown, given: unknown, names: Names, at = 'it'): string[] {
  if (given === undefined) return [`${at} is missing`];
  if (pattern === ANY) return [];
  if (Array.isArray(pattern)) return listFaults(pattern, given, names, at);
  if (typeof pattern === 'object' && pattern !== null) {
    if (typeof given !== 'object' || given === null) return [`${at} is ${JSON.stringify(given)}`];
    const found: Readonly<Record<string, unknown>> = Object.fromEntries(entriesOf(given));
    return entriesOf(pattern).flatMap(([key, value]) =>
      answerFaults(value, found[key], names, `${at}.${key}`),
    );
  }
  const name = typeof pattern === 'string' ? NAME.exec(pattern)?.[1] : undefined;
  if (name !== undefined && !names.has(name))
    names.set(name, typeof given === 'string' ? given : JSON.stringify(given));
  const wanted = name === undefined ? pattern : names.get(name);
  return wanted === given ? [] : [`${at} is ${JSON.stringify(given)}`];
}

/** Whether the lines of a text are as a page says: a line `…` stands for any number of them. */
export function textFits(pattern: string, given: string): boolean {
  const lines = given.trimEnd().split('\n');
  let at = 0;
  let skips = false;
  for (const wanted of pattern.trimEnd().split('\n')) {
    if (wanted === ANY) {
      skips = true;
      continue;
    }
    const found = lines.indexOf(wanted, at);
    if (found === -1 || (!skips && found !== at)) return false;
    at = found + 1;
    skips = false;
  }
  return skips || at === lines.length;
}
