import { gunzipSync, gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { realPath, type Entry } from './bulletin-fakes.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const LISTS = ['highlist', 'middlelist', 'lowlist'] as const;
const COUNTS = { highlist: 'hcount', middlelist: 'mcount', lowlist: 'lcount' } as const;

/** A real bulletin, as it was published. */
export interface RealBulletin {
  readonly bytes: Buffer;
  readonly at: string;
  readonly lists: Readonly<Record<(typeof LISTS)[number], readonly Entry[]>>;
}

/** Reads a real bulletin. */
export function realBulletin(name: string): RealBulletin {
  const bytes = readFileSync(realPath(name));
  const { data } = JSON.parse(gunzipSync(bytes).toString('utf8')) as {
    readonly data: Readonly<Record<string, readonly Entry[]>> & {
      readonly end_update_time: string;
    };
  };
  const [highlist = [], middlelist = [], lowlist = []] = LISTS.map((list) => data[list]);
  return { bytes, at: data.end_update_time, lists: { highlist, middlelist, lowlist } };
}

/** Some entries of a real bulletin with some of their communities, and right counts. */
function partOf({ at, lists }: RealBulletin, from: number, count: number): Record<string, Json> {
  const part: Record<string, Json> = { end_update_time: at };
  for (const name of LISTS) {
    const all = lists[name];
    const entries = Array.from({ length: Math.min(count, all.length) }, (_, n) => {
      const entry = all[(from + n) % all.length]!;
      return { ...entry, communitys: entry.communitys.slice(0, 4) };
    });
    part[name] = entries;
    part[COUNTS[name]] = entries.reduce((sum, { communitys }) => sum + communitys.length, 0);
  }
  return part;
}

/** Parts of real bulletins: what was published, but small. */
function parts(real: readonly RealBulletin[]): fc.Arbitrary<Record<string, Json>> {
  return fc
    .tuple(fc.constantFrom(...real), fc.nat(20_000), fc.nat(3))
    .map(([bulletin, from, count]) => partOf(bulletin, from, count));
}

/** Everything in a value that holds a place: what it stands in, and under which name. */
function placesIn(value: Json): { readonly of: Record<string, Json>; readonly name: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const of = value as Record<string, Json>;
  return Object.keys(of).flatMap((name) => [{ of, name }, ...placesIn(of[name] ?? null)]);
}

const TEXTS = ['', ' ', '\0', '\u0007', '\t', '\n', '\u202e', '\ud800', '\ufffd', '\u200b', '甲'];
const VALUES: readonly Json[] = [
  ...[null, true, 0, -1, 1.5, 1e300, Number.MAX_SAFE_INTEGER, 2 ** 31, '', '7', [], {}, [[]]],
  ...[
    '2022-12-02 8时',
    '0022-12-02 08时',
    '9999-12-31 24时',
    '2022-02-30 08时',
    '高'.repeat(5_000),
  ],
];
type Change = readonly [how: 'drop' | 'double' | 'swap' | 'put' | 'text', at: number, by: Json];

/** Changes one place of a copy, whichever the numbers lead to. */
function changed(value: Json, [how, at, by]: Change): Json {
  const copy = structuredClone(value);
  const places = placesIn(copy);
  const { of, name } = places[at % Math.max(1, places.length)] ?? { of: {}, name: '' };
  const now = of[name] ?? null;
  if (how === 'put') of[name] = by;
  else if (how === 'text') {
    of[name] = typeof now === 'string' && typeof by === 'string' ? now + by + now : by;
  } else if (Array.isArray(of)) {
    if (how === 'drop') of.splice(Number(name), 1);
    else if (how === 'double') of.push(structuredClone(now));
    else of.reverse();
  } else if (how === 'drop') Reflect.deleteProperty(of, name);
  else {
    const other = Object.keys(of).find((one) => one !== name) ?? name;
    const before = of[other] ?? null;
    of[other] = structuredClone(now);
    if (how === 'swap') of[name] = before;
  }
  return copy;
}

const places = fc.nat(10_000);
const changes: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('drop', 'double'), places, fc.constant(null)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('text'), places, fc.constantFrom(...TEXTS)) },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constantFrom('swap', 'put'),
      places,
      fc.oneof(
        fc.constantFrom<Json>(...VALUES, ...TEXTS),
        fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
      ),
    ),
  },
);

/** What is done to the text: nothing, or something at one place of it. */
const spellings = fc.tuple(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant('as it is') },
    { weight: 1, arbitrary: fc.constantFrom('cut', 'doubled', 'put', 'deep', 'huge', 'twice') },
  ),
  fc.nat(100_000),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

function spelled(text: string, [how, at, put]: readonly [string, number, string]): string {
  const from = at % (text.length + 1);
  const [before, after] = [text.slice(0, from), text.slice(from)];
  if (how === 'cut') return before;
  if (how === 'doubled') return text + text;
  if (how === 'put') return before + put + after.slice(put.length);
  if (how === 'deep') return text.replace(/:\d+/, `:${'['.repeat(at)}${']'.repeat(at)}`);
  if (how === 'huge') return text.replace(/:\d+/, `:${'9'.repeat(1 + (at % 500))}`);
  if (how === 'twice') return text.replace('{', '{"hcount":7,"highlist":[],');
  return text;
}

const packings = fc.tuple(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('utf8', 'gzip') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...['mark', 'utf16le', 'latin1', 'bit', 'bit', 'bit', 'gzip mark', 'gzip bit', 'gzip cut'],
        'gzip twice',
      ),
    },
  ),
  fc.nat(),
);

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  if (copy.length > 0) copy[at % copy.length]! ^= 1 << (at % 8);
  return copy;
}

function packed(text: string, [how, at]: readonly [string, number]): Buffer {
  const plain = Buffer.from(how.endsWith('mark') ? `\ufeff${text}` : text);
  if (how === 'utf16le' || how === 'latin1') return Buffer.from(text, how);
  if (how === 'bit') return flipped(plain, at);
  if (!how.startsWith('gzip')) return plain;
  const packed = gzipSync(plain, { level: 1 });
  if (how === 'gzip bit') return flipped(packed, at);
  if (how === 'gzip cut') return packed.subarray(0, at % packed.length);
  return how === 'gzip twice' ? Buffer.concat([packed, packed]) : packed;
}

/** Instants that a bulletin may say it is of, instead of its own. */
const INSTANTS = ['2022-04-01 8时', '2022-11-24 08时', '2022-12-02 8时', '2023-06-01 08时', ' '];

/**
 * A part of a real bulletin, and the bytes of what became of it, or of another of its instant: at times
 * of another instant, up to two places changed, then the text, then its bytes.
 */
export function mutatedBulletins(real: readonly RealBulletin[]) {
  const instant = fc.option(fc.constantFrom(...INSTANTS), { freq: 2 });
  const made = fc.tuple(instant, fc.array(changes, { maxLength: 2 }), fc.boolean());
  return fc
    .tuple(parts(real), fc.option(parts(real), { freq: 2 }), made, spellings, packings)
    .map(([before, other, [at, several, isAnswer], spelling, packing]) => {
      const part = other ?? before;
      const dated = { ...part, end_update_time: at ?? before['end_update_time'] ?? null };
      const data = several.reduce<Json>(changed, dated);
      const text = spelled(JSON.stringify(isAnswer ? { data, code: 0 } : data), spelling);
      return { before, text, bytes: packed(text, packing) };
    });
}
