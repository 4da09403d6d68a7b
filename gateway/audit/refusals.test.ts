import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLog } from '../../subgraphs/kit/log.ts';
import { systemIdentity, type Identity } from '../../subgraphs/kit/identity.ts';
import type { GatewayTrail } from './gateway-trail.ts';
import { refusalLog } from './refusals.ts';

const log = createLog('test', 'silent');
const reviewer: Identity = { ...systemIdentity('reviewer', '330000'), kind: 'OFFICIAL' };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function collected() {
  const written: (readonly [string, object])[] = [];
  const trail: GatewayTrail = ({ subject }, { region, detail }) =>
    Promise.resolve(void written.push([subject, { region, ...detail }]));
  return { written, refusals: refusalLog(trail, log) };
}

const first = { region: '330000', code: 'FORBIDDEN', operation: 'query residents' };

it('writes the first at once, and its repeats within a minute as one with their count', async () => {
  const { written, refusals } = collected();
  for (let n = 0; n < 5; n += 1) await refusals.note(reviewer, 'FORBIDDEN', 'query residents');
  expect(written).toEqual([['reviewer', first]]);
  await vi.advanceTimersByTimeAsync(59_999);
  expect(written).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(written).toEqual([
    ['reviewer', first],
    ['reviewer', { ...first, repeats: 4 }],
  ]);
  await refusals.note(reviewer, 'FORBIDDEN', 'query residents');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(written).toHaveLength(3); // a minute later it is a first one again, and stays alone
});

it('keeps accounts, codes and operations apart', async () => {
  const { written, refusals } = collected();
  await refusals.note(reviewer, 'FORBIDDEN', 'query residents');
  await refusals.note({ ...reviewer, subject: 'other' }, 'FORBIDDEN', 'query residents');
  await refusals.note(reviewer, 'SCOPE_MISSING', 'query residents');
  await refusals.note(reviewer, 'FORBIDDEN', 'mutation withdrawCode');
  expect(written).toHaveLength(4);
});

it('writes what is counted when it closes', async () => {
  const { written, refusals } = collected();
  await refusals.note(reviewer, 'FORBIDDEN', 'query residents');
  await refusals.note(reviewer, 'FORBIDDEN', 'query residents');
  await refusals.close();
  expect(written).toEqual([
    ['reviewer', first],
    ['reviewer', { ...first, repeats: 1 }],
  ]);
});

it('lets the refusal stand when the log cannot be written', async () => {
  const refusals = refusalLog(() => Promise.reject(new Error('down')), log);
  await expect(refusals.note(reviewer, 'FORBIDDEN', 'query residents')).resolves.toBeUndefined();
});
