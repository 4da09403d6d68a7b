import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../../test/system/support/until.ts';
import { checkReceipt } from '../../kit/audit/receipt.ts';
import { auditReads } from '../../kit/audit/persistence/audit.reads.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { receiptOfDecision } from '../domain/code/decision-receipt.ts';
import { startWorker, type Worker } from '../worker.ts';
import { codeStore } from './code.store.ts';
import { chunkLeaves } from './decision-chunk.store.ts';
import {
  anEvent,
  detected,
  healthy,
  intakeWorld,
  newId,
  REGION,
  type IntakeWorld,
} from './intake-fakes.ts';

let world: IntakeWorld;
let worker: Worker;

beforeAll(async () => {
  world = await intakeWorld();
  worker = await startWorker(world.parts);
});

afterAll(async () => {
  await worker.stop();
  await world.close();
});

const people = (count: number) => Array.from({ length: count }, () => newId());
const hoursAgo = (hours: number) => new Date(world.clock.at.getTime() - hours * 3_600_000);

/** Sends events as one batch and waits for the codes to have a color. */
async function batch(events: readonly ReturnType<typeof detected>[], color: string) {
  const name = newId();
  world.clock.at = new Date(world.clock.at.getTime() + 1_000);
  await world.write(events, 'health-records', name);
  await world.send('health-records', { batch: name });
  const residents = new Set(events.map(({ residentId }) => residentId));
  await until(
    () =>
      world.rows('select 1 from codes.health_code where resident_id = any($1) and color = $2', [
        [...residents],
        color,
      ]),
    (rows) => rows.length === residents.size,
    30_000,
  );
}

const counted = (body: string) => (JSON.parse(body) as { detail: { count: number } }).detail.count;

/** The receipt of a resident's latest decision, asked for by that resident. */
function receiptOf(residentId: string): Promise<string | null> {
  const scope = { regions: [REGION], residents: [residentId], subject: 'x' };
  return inScope(world.orm, scope, async (tx) => {
    const codes = codeStore(tx);
    const code = await codes.ofResident(residentId);
    const { rows } = await codes.decisions(code!, { first: 1, after: null });
    const reads = auditReads(tx, [world.database.checkpointKey], world.parts.now);
    return receiptOfDecision(rows[0]!, chunkLeaves(tx), reads);
  });
}

describe('a batch of events', () => {
  it('is decided at once, with one entry in the log that each person has a receipt of', async () => {
    const residents = people(120);
    const greens = residents.flatMap((id) => healthy(id, hoursAgo(40)));
    await batch(greens, 'GREEN');
    await batch(
      residents.map((id) => detected(id, hoursAgo(20))),
      'RED',
    );
    const entries = await world.rows<{ body: string }>(
      "select body from audit.body where body like '%COLORS_DECIDED%' order by sequence",
    );
    expect(entries.map(({ body }) => counted(body))).toEqual([120, 120]);
    await world.database.checkpointer.sealNow();
    const { checkpointKey } = world.database;
    for (const id of residents.slice(0, 5)) {
      const facts = checkReceipt((await receiptOf(id)) ?? '', [checkpointKey]);
      expect(facts?.kind).toBe('COLORS_DECIDED');
      const said = { residentId: id, fromColor: 'GREEN', toColor: 'RED' };
      expect(JSON.parse(facts?.item ?? '')).toMatchObject(said);
    }
  });

  it('gives no receipt that holds for a decision that was changed, or with an item changed', async () => {
    const [id = ''] = await world
      .rows<{ resident_id: string }>(
        "select resident_id from codes.color_decision where chunk_id is not null and to_color = 'RED'",
      )
      .then((rows) => rows.map((row) => row.resident_id));
    const text = (await receiptOf(id)) ?? '';
    const { checkpointKey } = world.database;
    expect(checkReceipt(text, [checkpointKey])).not.toBeNull();
    const receipt = JSON.parse(text) as { item?: { text: string; path: unknown[] } };
    const forged = [
      { ...receipt, item: { ...receipt.item!, text: receipt.item!.text.replace('RED', 'GREEN') } },
      { ...receipt, item: { ...receipt.item!, path: receipt.item!.path.slice(1) } },
      { ...receipt, item: undefined },
    ];
    for (const one of forged) expect(checkReceipt(JSON.stringify(one), [checkpointKey])).toBeNull();
    await world.rows(
      `update codes.color_decision set to_color = 'YELLOW'
       where resident_id = '${id}' and to_color = 'RED'`,
    );
    expect(await receiptOf(id)).toBeNull();
  });

  it('changes nothing when it comes again', async () => {
    const residents = people(30);
    const greens = residents.flatMap((id) => healthy(id, hoursAgo(40)));
    await batch(greens, 'GREEN');
    const name = newId();
    await world.write(
      residents.map((id) => detected(id, hoursAgo(20))),
      'health-records',
      name,
    );
    for (let n = 0; n < 5; n += 1) await world.send('health-records', { batch: name });
    await until(
      () => world.rows("select 1 from queue.job_common where state in ('created','retry','active')"), // prettier-ignore
      (rows) => rows.length === 0,
      30_000,
    );
    for (const id of residents) {
      expect(await world.codeOf(id)).toEqual({ state: 'ACTIVE', color: 'RED', decisions: 2 });
    }
  });
});

describe('an event that cannot be taken in', () => {
  it('is set aside, holds up no other of its batch, and is taken in once it is mended', async () => {
    const residents = people(40);
    const [poisoned = ''] = residents;
    await batch(
      residents.flatMap((id) => healthy(id, hoursAgo(40))),
      'GREEN',
    );
    const broken = anEvent(poisoned, 'TEST_RESULT', { source: 'ACCREDITED', result: 'MAYBE' });
    const good = residents.slice(1).map((id) => detected(id, hoursAgo(20)));
    const name = newId();
    await world.write([broken, ...good], 'health-records', name);
    await world.send('health-records', { batch: name });
    const aside = () =>
      world.rows<Record<string, unknown>>(
        'select id, producer, kind, fault, state, times from codes.set_aside',
      );
    const [row] = await until(aside, (rows) => rows.length > 0, 30_000);
    const what = { id: broken.id, producer: 'health-records', kind: 'TEST_RESULT' };
    expect(row).toEqual({ ...what, fault: 'BROKEN_BODY', state: 'WAITING', times: 1 });
    const reds = () => Promise.all(good.map(({ residentId }) => world.codeOf(residentId)));
    await until(reds, (codes) => codes.every((code) => code?.color === 'RED'), 30_000);
    expect((await world.codeOf(poisoned))?.color).toBe('GREEN');

    await world.send('health-records', { eventId: broken.id });
    await until(aside, ([again]) => again?.['times'] === 2, 30_000);
    await world.rows(
      `update health_records.event set body = '${JSON.stringify(detected(poisoned, hoursAgo(2)).body)}'
       where id = '${broken.id}'`,
    );
    await world.send('health-records', { eventId: broken.id });
    await until(aside, (rows) => rows.length === 0, 30_000);
    expect((await world.codeOf(poisoned))?.color).toBe('RED');
  });
});
