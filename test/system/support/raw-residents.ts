import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { documentHash, slotOf } from '../../../subgraphs/kit/keys/blind-index.ts';
import { placeOf } from '../../../subgraphs/kit/keys/key-ring.ts';
import { localWrapper } from '../../../subgraphs/kit/keys/local-wrapper.ts';
import { newId } from '../../../subgraphs/kit/new-id.ts';
import { checkDigit } from '../../../subgraphs/kit/standards/resident-id.ts';

const INDEX = { region: '000000', use: 'INDEX' } as const;
let made = 0;

/** A resident id number nobody has had yet. */
export function aNumber(): string {
  made += 1;
  const first17 = `3301061990010${1 + (made % 9)}${String(made).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
}

/** Residents, as its tables are: a document is registered, an index key replaced, without its code. */
export async function someResidents(superuserUrl: string, wrapper = aWrapper()) {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  const keys = new Map<number, Buffer>();

  async function addKey(id: number, state: string): Promise<void> {
    const key = randomBytes(32);
    const { kek, bytes } = await wrapper.wrap(key, placeOf({ ...INDEX, id }));
    await client.query('insert into residents.key_ring values ($1, $2, $3, $4, $5, $6)', [
      ...[INDEX.region, INDEX.use, id, state, kek, bytes],
    ]);
    keys.set(id, key);
  }
  await addKey(1, 'ACTIVE');

  const hashes = (number: string) => {
    const of = { odd: null as Buffer | null, even: null as Buffer | null };
    for (const [id, key] of keys) of[slotOf(id)] = documentHash(key, '01', number);
    return of;
  };

  return {
    /** Registers a document in a region; the registration. */
    async register(region: string, number: string, state = 'REGISTERED') {
      const residentId = newId(region);
      const { odd, even } = hashes(number);
      await client.query(
        `insert into residents.resident (region, id, state, document_type, document_sealed,
           document_index, document_index_even, name_sealed, masked_name, birth_date, division, received_at)
         values ($1, $2, $3, '01', '', $4, $5, '', '', '1990-01-01', $1, now())`,
        [region, residentId, state, odd, even],
      );
      return { region, residentId };
    },
    /** Replaces index key 1 by 2 for whoever is registered by then: `numbers` by their ids. */
    async replaceIndexKey(numbers: ReadonlyMap<string, string>): Promise<void> {
      await addKey(2, 'ACTIVE');
      keys.delete(1);
      for (const [id, number] of numbers) {
        await client.query(
          'update residents.resident set document_index = null, document_index_even = $2 where id = $1',
          [id, hashes(number).even],
        );
      }
      await client.query('delete from residents.key_ring where id = 1');
    },
    close: () => client.end(),
  };
}

/** A wrapper under key-encryption key 1, or another. */
export function aWrapper(kek = 1, old: readonly number[] = []) {
  const key = (of: number) => Buffer.alloc(32, of);
  return localWrapper(() => ({ current: key(kek), old: old.map(key) }), 50);
}
