import { describe, expect, it } from 'vitest';
import type { Evidence } from './evidence.ts';
import { factsOf } from './events-to-facts.ts';

const at = (day: number) => new Date(Date.UTC(2022, 6, day));
const OFFICIAL = { source: 'OFFICIAL', occurredAt: at(1) } as const;
const SELF = { source: 'SELF', occurredAt: at(1) } as const;

function order(id: string, until: Date | null): Evidence {
  const body = { orderId: 'order', from: at(1), until, place: 'HOME' } as const;
  return { ...OFFICIAL, id, kind: 'ISOLATION_ORDER', body };
}
function extension(id: string, until: Date): Evidence {
  return { ...OFFICIAL, id, kind: 'ISOLATION_EXTENSION', body: { orderId: 'order', until } };
}
function result(id: string, of: 'DETECTED' | 'NOT_DETECTED', supersedes?: string): Evidence {
  const body = { sampleCollectedAt: at(1), result: of };
  const common = { source: 'ACCREDITED', occurredAt: at(1), supersedes } as const;
  return { ...common, id, kind: 'TEST_RESULT', body };
}
function overlap(id: string, until: Date | null, supersedes?: string): Evidence {
  const body = { stayId: 'stay', level: 'HIGH', from: at(1), until } as const;
  return { ...SELF, id, supersedes, kind: 'RISK_AREA_STAY', body };
}

describe('factsOf', () => {
  it('§1.2 knows registers that hold nothing, and not what nobody said', () => {
    expect(factsOf([])).toEqual({
      ...{ declarations: 'unknown', stays: 'unknown' },
      ...{ checkIns: [], results: [], orders: [], contacts: [], entries: [], overrides: [] },
    });
  });

  it('§1.2 knows of stays once one was declared, in whatever area', () => {
    const stay: Evidence = { ...SELF, id: 'a', kind: 'STAY', body: { stayId: 'stay' } };
    expect(factsOf([stay]).stays).toEqual([]);
    expect(factsOf([overlap('b', null)]).stays).toMatchObject([{ evidenceId: 'b', until: null }]);
  });

  it.each([
    ['the latest', order('a', at(8)), [extension('b', at(10)), extension('c', at(9))], at(10)],
    ['its own when it is later', order('a', at(12)), [extension('b', at(10))], at(12)],
    ['none when it is open', order('a', null), [extension('b', at(10))], null],
  ])('§1.5 an order ends at %s', (_what, one, extensions, until) => {
    expect(factsOf([...extensions, one]).orders).toMatchObject([{ until }]);
  });

  it('§1.4 superseded evidence does not count, nor what stands behind it', () => {
    const [first, second, third] = [
      result('a', 'DETECTED'),
      result('b', 'DETECTED', 'a'),
      result('c', 'NOT_DETECTED', 'b'),
    ];
    for (const pieces of [
      [first, second, third],
      [third, second, first],
    ]) {
      expect(factsOf(pieces).results).toMatchObject([{ evidenceId: 'c' }]);
    }
  });

  it('§1.4 a revised time in an area replaces the one before', () => {
    expect(factsOf([overlap('a', null), overlap('b', at(3), 'a')]).stays).toMatchObject([
      { evidenceId: 'b', until: at(3) },
    ]);
  });

  it('§1.4 nothing supersedes itself', () => {
    expect(factsOf([result('a', 'DETECTED', 'a')]).results).toHaveLength(1);
  });

  it('§1.4 a person takes back only their own word', () => {
    const pieces = [result('a', 'DETECTED'), overlap('b', null, 'a')];
    expect(factsOf(pieces).results).toHaveLength(1);
    expect(factsOf([...pieces, overlap('c', at(3), 'b')]).stays).toHaveLength(1);
  });

  it('§1.5 a notice is withdrawn at the earliest of its withdrawals', () => {
    const withdrawal = (id: string, withdrawnAt: Date): Evidence => ({
      ...{ ...OFFICIAL, id, kind: 'CONTACT_WITHDRAWAL', body: { noticeId: 'notice', withdrawnAt } },
    });
    const notice: Evidence = {
      ...{ ...OFFICIAL, id: 'a', kind: 'CONTACT_NOTICE' },
      body: { noticeId: 'notice', lastContactAt: at(1) },
    };
    const pieces = [withdrawal('b', at(4)), notice, withdrawal('c', at(3))];
    expect(factsOf(pieces).contacts).toMatchObject([{ withdrawnAt: at(3) }]);
    expect(factsOf([notice]).contacts).toMatchObject([{ withdrawnAt: null }]);
  });

  it('keeps when a fact became known', () => {
    const known = { ...result('a', 'DETECTED'), takenInAt: at(5) };
    expect(factsOf([known]).results).toMatchObject([{ knownAt: at(5) }]);
  });
});
