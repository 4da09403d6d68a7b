import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DomainError } from '../domain-error.ts';
import { statementKind, traceStatements } from './trace-statements.ts';
import { currentSpan, inSpan, traceTo, type SpanStart } from './tracing.ts';

const begun: { start: SpanStart; codes: string[]; ended: boolean }[] = [];

beforeEach(() => {
  begun.length = 0;
  traceTo({
    begin(start) {
      const one = { start, codes: [] as string[], ended: false };
      begun.push(one);
      return {
        traceparent: String(begun.length),
        set: () => undefined,
        fail: (code) => one.codes.push(code),
        end: () => (one.ended = true),
      };
    },
    close: () => Promise.resolve(),
  });
});

afterEach(() => {
  traceTo(null);
});

it('work is part of the span around it, and says why it came to nothing by code alone', async () => {
  const work = inSpan({ name: 'a' }, () =>
    inSpan({ name: 'b' }, () => {
      expect(currentSpan()?.traceparent).toBe('2');
      return Promise.reject(new DomainError('CONFLICT', 'of 周样甲'));
    }),
  );
  await expect(work).rejects.toThrow('周样甲');
  expect(begun.map(({ codes, ended }) => [codes, ended])).toEqual([
    [['CONFLICT'], true],
    [['CONFLICT'], true],
  ]);
  expect(begun[1]?.start.parent).toMatchObject({ traceparent: '1' });
  expect(currentSpan()).toBeUndefined();
});

it('without a tracer work is done and nothing else', async () => {
  traceTo(null);
  expect(await inSpan({ name: 'a' }, () => Promise.resolve(currentSpan()))).toBeUndefined();
  expect(begun).toEqual([]);
});

it.each([
  ['select 1', 'SELECT'],
  ['  (WITH a as (select 1) select 2)', 'WITH'],
  ["set local app.subject = '330000'", 'SET'],
  ['周样甲', 'OTHER'],
  ['zhang from x', 'OTHER'],
  ['', 'OTHER'],
])('of a statement its kind is said: %s', (text, kind) => {
  expect(statementKind(text)).toBe(kind);
});

it('statements of a request are spans, by promise and by callback; those of nobody are none', async () => {
  const pool = new EventEmitter();
  traceStatements(pool);
  const failing = Object.assign(new Error('Key (name)=(周样甲)'), { code: '23505' });
  const client = {
    query(_text: string, ended?: (error: unknown) => void) {
      if (!ended) return Promise.reject(failing);
      ended(null);
      return undefined;
    },
  };
  pool.emit('connect', client);
  await client.query('select 1')?.catch(() => undefined);
  expect(begun).toEqual([]);
  await inSpan({ name: 'a' }, async () => {
    await client.query("insert into a values ('周样甲')")?.catch(() => undefined);
    let told: unknown;
    void client.query('commit', (error) => (told = error));
    expect(told).toBeNull();
  });
  const statements = begun.slice(1).map(({ start, codes, ended }) => [start.name, codes, ended]);
  expect(statements).toEqual([
    ['INSERT', ['23505'], true],
    ['COMMIT', [], true],
  ]);
});
