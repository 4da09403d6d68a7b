import { placeOf, ringKey } from '../../../kit/keys/key-ring.ts';
import { inScope } from '../../../kit/scope/unit-of-work.ts';
import { KeyRingRow } from '../key-ring.entity.ts';
import { keyScope } from '../key-ring.store.ts';
import { keyRegions, type Rotation } from './session.ts';

/** Wraps the keys that are under an older key-encryption key anew; how many there were. */
async function rewrap({ orm, wrapper }: Rotation): Promise<number> {
  const current = await wrapper.current();
  const keys = await inScope(orm, keyScope(), async (tx) =>
    (await tx()).find(KeyRingRow, { kek: { $ne: current } }),
  );
  for (const key of keys) {
    const { region, use, id, state, kek, wrapped } = key;
    const plain = await wrapper.unwrap({ kek, bytes: Buffer.from(wrapped) }, placeOf(key));
    const anew = await ringKey(wrapper, { region, use, id, state }, plain);
    await inScope(orm, keyScope(), async (tx) => {
      const em = await tx();
      await em.nativeUpdate(
        KeyRingRow,
        { region, use, id, kek, wrapped },
        { kek: anew.kek, wrapped: Buffer.from(anew.wrapped) },
      );
    });
  }
  return keys.length;
}

/**
 * Brings every wrapped key under the present key-encryption key; the one before must still be given.
 * Afterwards nothing in the database needs that one. @returns how many keys were wrapped anew
 */
export async function rotateKek(rotation: Rotation): Promise<number> {
  const { ring, settle, say } = rotation;
  // What was derived from the old key must stand in the ring before that key goes.
  await ring.index(); // first, since it tells a wrong key where there is a ring
  for (const region of await keyRegions(rotation)) await ring.found(region);
  await settle(); // from here on all wrap under the present one
  let all = 0;
  for (let more = await rewrap(rotation); more > 0; more = await rewrap(rotation)) {
    all += more;
    say(`${all} keys are wrapped anew.`);
  }
  await settle(); // nobody holds a wrapping under the old one that is still to be opened
  return all;
}
