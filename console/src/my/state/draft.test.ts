import { beforeEach, describe, expect, it } from 'vitest';
import { dropDraft, dropDrafts, keepDraft, readDraft, type Draft } from './draft.ts';

const KEPT = new Map<string, string>();
const ID = '330100-AAAAAAAAAAAAAAAAAAAAAAWXYZ';
const NOW = new Date('2022-11-24T02:42:07Z');
const DRAFT: Draft = {
  answers: { unwell: true, symptoms: ['COUGH'], temperature: '36.5' },
  contact: false,
  stays: [
    {
      ...{ division: '330203', name: '浙江省宁波市海曙区', community: '', arrivedOn: '2022-11-22' },
      ...{ leftOn: '', putAt: '2022-11-24T02:40:00.000Z', key: 'stay-1', sent: true },
    },
  ],
  ...{ key: 'declaration-1', savedAt: '2022-11-24T02:41:00.000Z' },
};

/** Storage of a browser, in memory; its keys are its properties, as there. */
const STORAGE = new Proxy(
  {
    getItem: (key: string) => KEPT.get(key) ?? null,
    setItem: (key: string, value: string) => KEPT.set(key, value),
    removeItem: (key: string) => KEPT.delete(key),
  },
  {
    ownKeys: () => [...KEPT.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  },
);

beforeEach(() => {
  KEPT.clear();
  Object.defineProperty(globalThis, 'localStorage', { value: STORAGE, configurable: true });
});

describe('a draft', () => {
  it('comes back as it was kept, for the same resident only', () => {
    keepDraft(ID, DRAFT);
    expect(readDraft(ID, NOW)).toEqual(DRAFT);
    expect(readDraft('330100-BBBBBBBBBBBBBBBBBBBBBBBBBB', NOW)).toBeNull();
  });

  it('holds no identifier of the person', () => {
    keepDraft(ID, DRAFT);
    expect(JSON.stringify([...KEPT])).not.toContain(ID);
  });

  it('is of the last 24 hours', () => {
    keepDraft(ID, DRAFT);
    expect(readDraft(ID, new Date('2022-11-25T02:40:59Z'))).toEqual(DRAFT);
    expect(readDraft(ID, new Date('2022-11-25T02:41:00Z'))).toBeNull();
  });

  it('goes when it is sent, and with all others when somebody signs out', () => {
    keepDraft(ID, DRAFT);
    dropDraft(ID);
    expect(KEPT.size).toBe(0);
    keepDraft(ID, DRAFT);
    KEPT.set('tongma.theme', 'dark');
    dropDrafts();
    expect([...KEPT.keys()]).toEqual(['tongma.theme']);
  });

  it.each(['{', '[]', '{"savedAt":"yesterday"}'])('that cannot be read is none: %s', (text) => {
    KEPT.set('tongma.draft.WXYZ', text);
    expect(readDraft(ID, NOW)?.stays ?? null).toBeNull();
  });

  it('takes only what it knows', () => {
    const odd = { savedAt: DRAFT.savedAt, answers: { symptoms: ['COUGH', 'X'] }, stays: [{}, 1] };
    KEPT.set('tongma.draft.WXYZ', JSON.stringify(odd));
    expect(readDraft(ID, NOW)).toMatchObject({
      answers: { unwell: null, symptoms: ['COUGH'], temperature: '' },
      ...{ contact: null, stays: [], savedAt: DRAFT.savedAt },
    });
  });

  it('of before it had names is given some', () => {
    const named = (name: string) => name === 'key' || name === 'putAt';
    const old = JSON.stringify(DRAFT, (name, value: unknown) => (named(name) ? undefined : value));
    KEPT.set('tongma.draft.WXYZ', old);
    const draft = readDraft(ID, NOW);
    const [stay] = draft?.stays ?? [];
    expect(stay?.putAt).toBe(DRAFT.savedAt);
    expect(new Set([draft?.key, stay?.key]).size).toBe(2);
    expect([draft?.key, stay?.key].every((key) => (key ?? '').length >= 8)).toBe(true);
  });
});
