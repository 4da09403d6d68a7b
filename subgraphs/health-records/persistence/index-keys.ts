import type { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { documentHash } from '../../kit/keys/blind-index.ts';
import { keyRing, RING_STATES, RING_USES, type KeyRing } from '../../kit/keys/key-ring.ts';
import type { KeyWrapper } from '../../kit/keys/key-wrapper.ts';
import { DELIVERY } from '../../kit/scope/row-policies.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';

/** Scope in which evidence is looked for and delivered. */
export const deliveryScope = { regions: [], residents: '*', subject: DELIVERY } as const;

const ringKeys = z.array(
  z.object({
    region: z.string(),
    use: z.enum(RING_USES),
    id: z.number(),
    state: z.enum(RING_STATES),
    kek: z.string(),
    wrapped: z.instanceof(Uint8Array),
  }),
);

/** The one national index of documents, as residents keeps its keys. */
export interface DocumentIndex {
  /** Number of the key that is looked by now. */
  key(): Promise<number>;
  /** Under that key. Asked within the transaction that writes or looks up: kit/keys says why. */
  find(
    documentType: string,
    documentNumber: string,
  ): Promise<{ readonly key: number; readonly hash: Buffer }>;
}

/**
 * Reads the index keys of residents, wrapped, through the function that gives them. Connections of
 * its own: a request that waits for a key holds one already.
 */
export function documentIndex(orm: MikroORM, wrapper: KeyWrapper): DocumentIndex {
  const ring: Pick<KeyRing, 'index'> = keyRing({
    store: {
      load: () =>
        inScope(orm, deliveryScope, async (tx) => {
          const rows: unknown = await (await tx()).execute('select * from residents.index_keys()');
          return ringKeys.parse(rows);
        }),
      add: () => Promise.reject(new Error('Residents makes the keys of the index.')),
    },
    wrapper,
    firstIndexKey: null,
  });
  return {
    key: async () => (await ring.index()).find.id,
    async find(documentType, documentNumber) {
      const { find } = await ring.index();
      return { key: find.id, hash: documentHash(find.key, documentType, documentNumber) };
    },
  };
}
