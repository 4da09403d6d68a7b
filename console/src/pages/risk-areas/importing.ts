import { useClientHandle, type CombinedError } from '@urql/vue';
import { onScopeDispose, ref, shallowRef } from 'vue';
import { graphql } from '../../gql/gql.ts';
import type { BulletinState } from '../../gql/graphql.ts';
import { inOrder, packBulletin } from './bulletin-file.ts';

const mutation = graphql(`
  mutation ImportBulletin($input: ImportBulletinInput!) {
    importBulletin(input: $input) {
      id
      state
    }
  }
`);

/** What became of one file. */
export type Imported = { readonly name: string } & (
  | { readonly id: string; readonly state: BulletinState }
  | { readonly tooLarge: true }
  | { readonly error: CombinedError | undefined }
);

/** Imports files one after the other; what comes after a faulty one is imported all the same. */
export function useImporting(imported: () => void) {
  const { client } = useClientHandle();
  const outcomes = shallowRef<readonly Imported[]>([]);
  const total = ref(0);
  const sending = ref(false);
  let left = false;
  onScopeDispose(() => {
    left = true;
  });

  async function importOne(file: File): Promise<Imported> {
    const { name } = file;
    const content = await packBulletin(file);
    if (content === null) return { name, tooLarge: true };
    const { data, error } = await client.mutation(mutation, { input: { content } }).toPromise();
    return data ? { name, ...data.importBulletin } : { name, error };
  }

  return {
    ...{ outcomes, total, sending },
    async go(files: readonly File[]): Promise<void> {
      if (sending.value || files.length === 0) return;
      sending.value = true;
      total.value = files.length;
      outcomes.value = [];
      for (const file of inOrder(files)) {
        const outcome = await importOne(file);
        if (left) return;
        outcomes.value = [...outcomes.value, outcome];
        imported();
      }
      sending.value = false;
    },
  };
}
