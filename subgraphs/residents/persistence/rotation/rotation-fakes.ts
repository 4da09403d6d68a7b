import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { createBlindIndex } from '../../../kit/keys/blind-index.ts';
import { createFieldCipher, type FieldCipher } from '../../../kit/keys/field-cipher.ts';
import { keyRing } from '../../../kit/keys/key-ring.ts';
import type { KeyWrapper } from '../../../kit/keys/key-wrapper.ts';
import { systemIdentity } from '../../../kit/identity.ts';
import { openOrm } from '../../../kit/orm.ts';
import { inScope } from '../../../kit/scope/unit-of-work.ts';
import { newId } from '../../../kit/new-id.ts';
import type { Resident } from '../../domain/resident.ts';
import { keyRingStore } from '../key-ring.store.ts';
import { residentStore } from '../resident.store.ts';
import { storage } from '../storage.ts';

/** The region in which tests register. */
export const REGION = '330000';

/** A person that was registered, as a test remembers them. */
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly phone: string | null;
}

/** What writers did and what went wrong. */
export interface Written {
  readonly known: Known[];
  readonly faults: string[];
  lookups: number;
  duplicates: number;
}

/** One process of residents, with a ring and a cache of its own. */
export async function aProcess(url: string, wrapper: KeyWrapper, leaseMs: number) {
  const orm = await openOrm(storage, url, 3);
  const keysOrm = await openOrm(storage, url, 1);
  const firstIndexKey = Buffer.alloc(32, 3);
  const ring = keyRing({ store: keyRingStore(keysOrm), wrapper, firstIndexKey, leaseMs });
  const cipher = createFieldCipher(ring);
  const parts = {
    ...{ cipher, newId, documentIndex: createBlindIndex(ring) },
    appendEvents: () => Promise.resolve(),
  };
  const inStore = <T>(work: (store: ReturnType<typeof residentStore>) => Promise<T>) =>
    inScope(orm, systemIdentity('test', REGION), (tx) => work(residentStore(tx, parts)));

  /** Registers somebody under a document; whether the document was free. */
  async function register(number: string, hold = 0): Promise<Known | null> {
    const at = new Date();
    const id = newId(REGION);
    const name = `周${randomInt(1_000_000)}`;
    const phone = randomInt(2) === 0 ? null : `139${randomInt(1e8)}`;
    const common = { region: REGION, id, documentType: '01', maskedName: '周*' } as const;
    const place = { birthDate: '1990-01-01', division: '330106' };
    const review = {
      state: 'REGISTERED',
      at,
      by: 'test',
      reason: null,
      guardedUntil: null,
    } as const;
    const registered: Resident = {
      ...{ ...common, ...place, state: 'RECEIVED', receivedAt: at, dueAt: at },
      ...{ reviewedAt: null, reviewReason: null, sourceRegion: null, guardianship: null },
    };
    const stored = await inStore(async (store) => {
      const particulars = { ...common, ...place, name, phone, documentNumber: number };
      await store.add({
        ...particulars,
        account: null,
        guardian: null,
        sourceRegion: null,
        receivedAt: at,
      });
      await sleep(hold); // a request that goes on for longer than a lease
      return store.review(registered, review);
    });
    return stored === 'STORED' ? { id, name, number, phone } : null;
  }

  return {
    cipher,
    register,
    find: ({ name, number }: Known) =>
      inStore((store) => store.findPerson({ name, documentType: '01', documentNumber: number })),
    async close() {
      await keysOrm.close();
      await orm.close();
    },
    orm,
  };
}

/** A process as {@link aProcess} makes it. */
export type TestProcess = Awaited<ReturnType<typeof aProcess>>;

/** Lets a process register, look up and try to register twice, until it is told to stop. */
export async function write(
  { register, find }: TestProcess,
  written: Written,
  isOver: () => boolean,
  leaseMs: number,
): Promise<void> {
  while (!isOver()) {
    try {
      const number = String(randomInt(2 ** 47));
      const slow = randomInt(20) === 0;
      const person = await register(number, slow ? leaseMs * 2 : 0);
      if (!person) written.faults.push('a free document was refused');
      else written.known.push(person);
      const one = written.known[randomInt(written.known.length)]!;
      const found = await find(one);
      written.lookups += 1;
      if (!found.some(({ id }) => id === one.id)) written.faults.push(`${one.id} is not found`);
      if (await register(one.number)) written.faults.push(`${one.id} was registered twice`);
      written.duplicates += 1;
    } catch (error) {
      written.faults.push(String(error));
      await sleep(10); // what fails at once would let nobody else come to their turn
    }
  }
}

/** Every registered person as the database holds them, opened. */
export async function openAll(orm: MikroORM, cipher: FieldCipher): Promise<Map<string, string>> {
  const { ResidentRow } = await import('../resident.entity.ts');
  const rows = await inScope(orm, systemIdentity('test', REGION), async (tx) =>
    (await tx()).find(ResidentRow, { state: 'REGISTERED' }),
  );
  const opened = await Promise.all(
    rows.map(async ({ id, nameSealed, documentSealed, phoneSealed }) => {
      const at = (column: string) => ({ region: REGION, column, row: id });
      const name = await cipher.open(nameSealed, at('name'));
      const number = await cipher.open(documentSealed, at('document'));
      const phone = phoneSealed ? await cipher.open(phoneSealed, at('phone')) : null;
      return [id, JSON.stringify({ id, name, number, phone })] as const;
    }),
  );
  return new Map(opened);
}
