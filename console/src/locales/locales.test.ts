import { describe, expect, it } from 'vitest';

const FILES = import.meta.glob<{ default: unknown }>('./*/*.json', { eager: true });
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'];
const SETS = [...new Set(Object.keys(FILES).map((path) => path.split('/')[1] ?? ''))];

/** Every text with the path of its key, and the values it has places for. */
function texts(value: unknown, path = ''): [key: string, places: string, text: string][] {
  if (typeof value === 'string') {
    const places = [...new Set([...value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
    return [[path, places.join(), value]];
  }
  return Object.entries(value ?? {}).flatMap(([key, below]) => texts(below, `${path}.${key}`));
}

function read(set: string, language: string) {
  return texts(FILES[`./${set}/${language}.json`]?.default);
}

describe.each(SETS)('the words of %s', (set) => {
  it('have the same keys and the same places in every language', () => {
    const [first, ...others] = LANGUAGES.map((language) =>
      Object.fromEntries(read(set, language).map(([key, places]) => [key, places])),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  it('leave no text empty', () => {
    for (const language of LANGUAGES) {
      expect(read(set, language).filter(([, , text]) => text.trim() === '')).toEqual([]);
    }
  });
});

it('no set has a key of the shared one: the two are merged, and one would hide the other', () => {
  const keys = (set: string) => Object.keys(FILES[`./${set}/en.json`]?.default ?? {});
  const shared = new Set(keys('shared'));
  for (const set of SETS.filter((one) => one !== 'shared')) {
    expect(keys(set).filter((key) => shared.has(key))).toEqual([]);
  }
});
