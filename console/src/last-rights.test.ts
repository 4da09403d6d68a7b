import { describe, expect, it } from 'vitest';
import { keptText, rightsIn } from './last-rights.ts';
import type { Rights } from './viewer.ts';

const SEEN = new Date('2022-11-24T02:42:00Z');
const SICHUAN = { code: '510000', name: '四川省', level: 'PROVINCE' } as const;
const RIGHTS: Rights = { purposes: ['ENTRY'], grants: [SICHUAN], regions: [] };
const after = (ms: number) => new Date(SEEN.getTime() + ms);

describe('rights of who recognized codes last', () => {
  it.each([
    ['at once', 0, RIGHTS],
    ['to the last instant of a day', 86_399_999, RIGHTS],
    ['not a day later', 86_400_000, null],
  ])('are good %s', (_when, ms, rights) => {
    expect(rightsIn(keptText(RIGHTS, SEEN), after(ms))).toEqual(rights);
  });

  it('leave out who it was', () => {
    const viewer = { ...RIGHTS, id: 'verifier-510000', name: '甲', agency: '乙', role: 'VERIFIER' };
    const kept = keptText(viewer, SEEN);
    for (const word of ['verifier-510000', '甲', '乙', 'VERIFIER'])
      expect(kept).not.toContain(word);
  });

  it.each(['', 'null', '{}', '[1]', '{"seenAt":1}', keptText(RIGHTS, SEEN).replace('[', '"[')])(
    'are none in %s',
    (text) => {
      expect(rightsIn(text, SEEN)).toBeNull();
    },
  );
});
