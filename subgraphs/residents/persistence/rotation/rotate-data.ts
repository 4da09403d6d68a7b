import { headOf } from '../../../kit/keys/field-cipher.ts';
import { ringKey } from '../../../kit/keys/key-ring.ts';
import { inScope } from '../../../kit/scope/unit-of-work.ts';
import { KeyRingRow } from '../key-ring.entity.ts';
import { keyScope } from '../key-ring.store.ts';
import { ResidentRow } from '../resident.entity.ts';
import { changeResidents, type ChangeRow, type KeptResident } from './resident-pages.ts';
import type { Rotation } from './session.ts';

/** Number of the key that a region had before there was a ring. */
const DERIVED = 1;

function sealedOf(row: KeptResident): (Uint8Array | null | undefined)[] {
  return [row.documentSealed, row.nameSealed, row.phoneSealed];
}

async function keyIds({ orm }: Rotation, region: string): Promise<number[]> {
  const keys = await inScope(orm, keyScope(), async (tx) =>
    (await tx()).find(KeyRingRow, { region, use: 'DATA' }),
  );
  return keys.map(({ id }) => id).sort((a, b) => a - b);
}

/** A rotation that was ended left an older key beside the newest: it is gone on with. */
async function newestKey(rotation: Rotation, region: string): Promise<number> {
  await rotation.ring.found(region);
  const ids = await keyIds(rotation, region);
  const newest = ids.at(-1) ?? 0;
  if (ids.some((id) => id !== DERIVED && id !== newest)) {
    rotation.say(`${region}: going on with a rotation that was begun before.`);
    return newest;
  }
  const place = { region, use: 'DATA', id: newest + 1, state: 'ACTIVE' } as const;
  const key = await ringKey(rotation.wrapper, place);
  await inScope(rotation.orm, keyScope(), async (tx) => {
    await (await tx()).insert(KeyRingRow, key);
  });
  return place.id;
}

/** Seals a row's values under the newest key, unless the row has changed since it was read. */
function reseal({ cipher }: Rotation): ChangeRow {
  return async (em, row) => {
    const { region, id, documentSealed, nameSealed } = row;
    const phoneSealed = row.phoneSealed ?? null;
    const anew = async (sealed: Uint8Array, column: string) => {
      const place = { region, column, row: id };
      return cipher.seal(await cipher.open(sealed, place), place);
    };
    const changed = await em.nativeUpdate(
      ResidentRow,
      { region, id, documentSealed, nameSealed, phoneSealed },
      {
        documentSealed: await anew(documentSealed, 'document'),
        nameSealed: await anew(nameSealed, 'name'),
        phoneSealed: phoneSealed && (await anew(phoneSealed, 'phone')),
      },
    );
    return changed === 1;
  };
}

async function resealRegion(rotation: Rotation, region: string, newest: number): Promise<void> {
  const head = headOf(newest);
  const isStale = (row: KeptResident) =>
    sealedOf(row).some((sealed) => sealed && !head.equals(sealed.subarray(0, head.length)));
  const changed = await changeResidents(rotation, region, isStale, reseal(rotation), (done) => {
    rotation.say(`${region}: ${done} registrations are sealed anew.`);
  });
  if (changed === 0) rotation.say(`${region}: nothing is sealed under an older key.`);
}

/**
 * Gives regions new data keys and seals everything anew under them. Writers go on; an old key is
 * dropped when no row holds it and nobody who has read such a row is still at work.
 */
export async function rotateData(rotation: Rotation, regions: readonly string[]): Promise<void> {
  const { orm, settle, say } = rotation;
  const newest = new Map<string, number>();
  for (const region of regions) newest.set(region, await newestKey(rotation, region));
  await settle(); // from here on all seal under them
  for (const [region, id] of newest) await resealRegion(rotation, region, id);
  await settle(); // who has read an old value before has opened it
  for (const [region, id] of newest) {
    await inScope(orm, keyScope(), async (tx) => {
      await (await tx()).nativeDelete(KeyRingRow, { region, use: 'DATA', id: { $lt: id } });
    });
    say(`${region}: data key ${id} holds, and no older one.`);
  }
}
