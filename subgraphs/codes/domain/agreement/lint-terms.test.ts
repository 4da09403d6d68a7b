import { describe, expect, it } from 'vitest';
import { after, NOW } from '../../persistence/signing-fakes.ts';
import { aVersion, anOffer, HOUR, someTerms } from './agreement-fakes.ts';
import { lintTerms } from './lint-terms.ts';
import type { KnownAgreement } from './standing.ts';
import type { Terms } from './terms.ts';

const REGIONS = ['000000', '330000', '510000'];

function faults(terms: Partial<Terms>, versions: readonly KnownAgreement[] = []) {
  const context = { isRegion: (id: string) => REGIONS.includes(id), versions, now: NOW };
  return lintTerms(someTerms(terms), context).map(({ kind, path }) => `${kind} ${path}`);
}

const NEGATIVE = { id: 'NEGATIVE-48H', kind: 'NOT_DETECTED_WITHIN', hours: 48 } as const;
const YELLOW = { ...NEGATIVE, colors: ['YELLOW'] } as const;
const DAY = 24 * HOUR;
const many = Array.from({ length: 17 }, (_, n) => [`BLUE-${n}`, 'RED'] as const);

describe('terms', () => {
  it.each<[string, Partial<Terms>]>([
    ['as they are', {}],
    ['of another mode', { mode: 'SHARED_DATA', colorMap: {} }],
    ['of the third mode', { mode: 'CONVERT', colorMap: {} }],
    ['with colors beyond our three', { colorMap: { GREEN: 'GREEN', 'AMBER/2': 'GREEN' } }],
    ['with a condition on a color that is accepted', { conditions: [YELLOW] }],
    [
      'with a condition on shared evidence',
      { mode: 'SHARED_DATA', colorMap: {}, conditions: [YELLOW] },
    ],
    ['that have begun: they begin when both have signed', { validFrom: after(-HOUR) }],
    ['that last a year', { validFrom: NOW, validTo: after(366 * DAY) }],
  ])('%s are right', (_title, terms) => {
    expect(faults(terms)).toEqual([]);
  });

  it.each<[string, Partial<Terms>, string]>([
    ['of a region that is none', { issuer: '440000' }, 'UNKNOWN_REGION issuer'],
    ['of a receiver that is none', { receiver: '33' }, 'UNKNOWN_REGION receiver'],
    ['with itself', { issuer: '510000' }, 'SAME_REGION issuer'],
    ['that end where they begin', { validTo: after(3 * DAY) }, 'WRONG_TIME validTo'],
    ['that are over', { validFrom: after(-2), validTo: NOW }, 'WRONG_TIME validTo'],
    ['that last longer', { validFrom: NOW, validTo: after(366 * DAY + 1) }, 'TOO_LONG validTo'],
    [
      'that begin in more than a year',
      { validFrom: after(366 * DAY + 1), validTo: after(367 * DAY) },
      'TOO_LONG validTo',
    ],
    ['that accept nothing', { colorMap: {} }, 'NO_COLORS colorMap'],
    [
      'that name a color in small letters',
      { colorMap: { green: 'GREEN' } },
      'WRONG_NAME colorMap.0.issued',
    ],
    ['with a long name', { colorMap: { ['A'.repeat(33)]: 'RED' } }, 'WRONG_NAME colorMap.0.issued'],
    ['of too many colors', { colorMap: Object.fromEntries(many) }, 'TOO_MANY colorMap'],
    ['that make red yellow', { colorMap: { RED: 'YELLOW' } }, 'LIGHTER colorMap.0.color'],
    ['that make yellow green', { colorMap: { YELLOW: 'GREEN' } }, 'LIGHTER colorMap.0.color'],
    ['of shared evidence with a color map', { mode: 'SHARED_DATA' }, 'NOT_OF_MODE colorMap'],
    ['of conversion with a color map', { mode: 'CONVERT' }, 'NOT_OF_MODE colorMap'],
    [
      'of conversion with a condition',
      { mode: 'CONVERT', colorMap: {}, conditions: [YELLOW] },
      'NOT_OF_MODE conditions',
    ],
    [
      'with too many conditions',
      { conditions: Array.from({ length: 9 }, (_, n) => ({ ...YELLOW, id: `N-${n}` })) },
      'TOO_MANY conditions',
    ],
    [
      'with a condition that passes for a rule',
      { conditions: [{ ...YELLOW, id: 'AGREEMENT' }] },
      'WRONG_NAME conditions.0.id',
    ],
    [
      'with a condition without a name',
      { conditions: [{ ...YELLOW, id: ' ' }] },
      'WRONG_NAME conditions.0.id',
    ],
    [
      'with two conditions of one name',
      { conditions: [YELLOW, { ...YELLOW, colors: ['GREEN'] }] },
      'SAME_NAME conditions.1.id',
    ],
    ['of no hours', { conditions: [{ ...YELLOW, hours: 0 }] }, 'WRONG_HOURS conditions.0.hours'],
    [
      'of half hours',
      { conditions: [{ ...YELLOW, hours: 1.5 }] },
      'WRONG_HOURS conditions.0.hours',
    ],
    ['of weeks', { conditions: [{ ...YELLOW, hours: 337 }] }, 'WRONG_HOURS conditions.0.hours'],
    [
      'with a condition on nothing',
      { conditions: [{ ...YELLOW, colors: [] }] },
      'NEVER_ASKED conditions.0.colors',
    ],
    [
      'with a condition on a color that is not accepted',
      { conditions: [{ ...YELLOW, colors: ['RED'] }] },
      'NEVER_ASKED conditions.0.colors',
    ],
    [
      'with a condition twice on a color',
      { conditions: [{ ...YELLOW, colors: ['YELLOW', 'YELLOW'] }] },
      'NEVER_ASKED conditions.0.colors',
    ],
  ])('%s are refused', (_title, terms, fault) => {
    expect(faults(terms)).toEqual([fault]);
  });
});

describe('the beginning of terms', () => {
  const early = { validFrom: after(48 * HOUR - 1) };
  const soon = ['TOO_SOON validFrom'];

  it.each<[string, readonly KnownAgreement[], readonly string[]]>([
    ['of a first agreement needs no lead', [], []],
    ['of a change does', [aVersion(1)], soon],
    ['of a change to one that is to come does', [aVersion(1, { validFrom: after(HOUR) })], soon],
    ['after an offer that nobody accepted needs none', [anOffer(1)], []],
    ['after one that ended needs none', [aVersion(1, { validTo: NOW })], []],
    ['after one that was withdrawn needs none', [aVersion(1, { withdrawnAt: NOW })], []],
    [
      'after one that was withdrawn needs none, although an older one was not',
      [aVersion(1), aVersion(2, { withdrawnAt: NOW })],
      [],
    ],
    [
      'needs it while an older one goes on until the withdrawn one would have begun',
      [aVersion(1), aVersion(2, { withdrawnAt: NOW, validFrom: after(HOUR) })],
      soon,
    ],
  ])('%s', (_title, versions, found) => {
    expect(faults(early, versions)).toEqual(found);
  });

  it('is early enough 48 hours before', () => {
    expect(faults({ validFrom: after(48 * HOUR) }, [aVersion(1)])).toEqual([]);
  });
});
