import { shallowRef, watch, type Ref, type ShallowRef } from 'vue';

/** How something was decided, and when; the graph does not say by whom. */
export interface Outcome {
  readonly state: string;
  readonly reviewedAt?: string | null | undefined;
  readonly reviewReason?: string | null | undefined;
}

/** Asks how a row was decided; null when it was not, or that cannot be told. */
export type AskOutcome<T> = (row: T) => Promise<Outcome | null>;

/** How the open row was decided, once somebody else has. */
export function useOutcome<T extends { readonly id: string }>(
  { open, gone }: { readonly open: ShallowRef<T | null>; readonly gone: Readonly<Ref<boolean>> },
  ask: AskOutcome<T>,
): Readonly<ShallowRef<Outcome | null>> {
  const outcome = shallowRef<Outcome | null>(null);
  const left = () => (gone.value ? open.value : null);
  watch(
    () => left()?.id,
    async () => {
      outcome.value = null;
      const row = left();
      if (!row) return;
      const found = await ask(row);
      if (left()?.id === row.id) outcome.value = found;
    },
  );
  return outcome;
}
