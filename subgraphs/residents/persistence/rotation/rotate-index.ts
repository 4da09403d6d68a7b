import { slotOf, type IndexSlot } from '../../../kit/keys/blind-index.ts';
import { INDEX_REGION, ringKey, type RingState } from '../../../kit/keys/key-ring.ts';
import { inScope } from '../../../kit/scope/unit-of-work.ts';
import { KeyRingRow } from '../key-ring.entity.ts';
import { keyScope } from '../key-ring.store.ts';
import { ResidentRow } from '../resident.entity.ts';
import { changeResidents, type ChangeRow, type KeptResident } from './resident-pages.ts';
import { keyRegions, type Rotation } from './session.ts';

const OF_INDEX = { region: INDEX_REGION, use: 'INDEX' } as const;

function hashIn(row: KeptResident, slot: IndexSlot): Uint8Array | null {
  return (slot === 'odd' ? row.documentIndex : row.documentIndexEven) ?? null;
}

function put(slot: IndexSlot, hash: Buffer | null) {
  return slot === 'odd' ? { documentIndex: hash } : { documentIndexEven: hash };
}

async function stateIds({ orm }: Rotation): Promise<Partial<Record<RingState, number>>> {
  const keys = await inScope(orm, keyScope(), async (tx) =>
    (await tx()).find(KeyRingRow, OF_INDEX),
  );
  return Object.fromEntries(keys.map(({ state, id }) => [state, id]));
}

/** Moves keys to their next states, all at once, and waits until everybody has seen it. */
async function move(
  { orm, settle }: Rotation,
  states: readonly (readonly [number, RingState])[],
): Promise<void> {
  await inScope(orm, keyScope(), async (tx) => {
    const em = await tx();
    for (const [id, state] of states)
      await em.nativeUpdate(KeyRingRow, { ...OF_INDEX, id }, { state });
  });
  await settle();
}

/** Fills the place of the next key in, unless the row's document has changed since it was read. */
function fillIn({ cipher, index }: Rotation, slot: IndexSlot): ChangeRow {
  return async (em, row) => {
    const { region, id, documentType, documentSealed } = row;
    const number = await cipher.open(documentSealed, { region, column: 'document', row: id });
    const hash = (await index.fill(documentType, number))[slot];
    if (!hash) throw new Error('The next index key is not being filled in.');
    const where = { region, id, documentSealed, ...put(slot, null) };
    return (await em.nativeUpdate(ResidentRow, where, put(slot, hash))) === 1;
  };
}

function clear(slot: IndexSlot): ChangeRow {
  return async (em, { region, id }) =>
    (await em.nativeUpdate(ResidentRow, { region, id }, put(slot, null))) === 1;
}

async function everyRow(
  rotation: Rotation,
  stale: (row: KeptResident) => boolean,
  change: ChangeRow,
  what: string,
): Promise<void> {
  for (const region of await keyRegions(rotation)) {
    await changeResidents(rotation, region, stale, change, (done) => {
      rotation.say(`${region}: ${done} registrations ${what}.`);
    });
  }
}

async function begin(rotation: Rotation, active: number): Promise<number> {
  const next = active + 1;
  const key = await ringKey(rotation.wrapper, { ...OF_INDEX, id: next, state: 'NEXT' });
  await inScope(rotation.orm, keyScope(), async (tx) => {
    await (await tx()).insert(KeyRingRow, key);
  });
  return next;
}

/** From NEXT to ACTIVE: every row is filled in under both keys before anybody looks by the new one. */
async function fillAndSwitch(rotation: Rotation): Promise<void> {
  const { NEXT, ACTIVE = 0 } = await stateIds(rotation);
  if (NEXT !== undefined) rotation.say('Going on with a rotation that was begun before.');
  const next = NEXT ?? (await begin(rotation, ACTIVE));
  await rotation.settle(); // from here on all fill both places in
  const slot = slotOf(next);
  await everyRow(
    rotation,
    (row) => hashIn(row, slot) === null,
    fillIn(rotation, slot),
    'are found by the new key too',
  );
  await move(rotation, [
    [ACTIVE, 'OLD'],
    [next, 'ACTIVE'],
  ]);
}

/** From OLD to none: nobody looks by the old key, then nobody fills it in, then it goes. */
async function clearOld(rotation: Rotation): Promise<void> {
  const { OLD, GONE } = await stateIds(rotation);
  const old = GONE ?? OLD;
  if (old === undefined) return;
  await rotation.settle();
  await move(rotation, [[old, 'GONE']]);
  const slot = slotOf(old);
  await everyRow(
    rotation,
    (row) => hashIn(row, slot) !== null,
    clear(slot),
    'have lost the old key’s index',
  );
  await inScope(rotation.orm, keyScope(), async (tx) => {
    await (await tx()).nativeDelete(KeyRingRow, { ...OF_INDEX, id: old });
  });
}

/**
 * Replaces the key of the blind index. Look-ups find, and one document is registered once in a
 * region, at every moment of it: at any time all rows are filled in under the key that is looked by.
 */
export async function rotateIndex(rotation: Rotation): Promise<void> {
  await rotation.ring.index();
  const { OLD, GONE } = await stateIds(rotation);
  if (OLD === undefined && GONE === undefined) await fillAndSwitch(rotation);
  else rotation.say('Going on with a rotation that was begun before.');
  await clearOld(rotation);
  rotation.say('The index has a new key; the old one is gone.');
}
