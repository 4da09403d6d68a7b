import { ref, type Ref } from 'vue';

/** Sizes of type in percent of the browser's own. Source: console brief, §3. */
export const TYPE_SIZES = [100, 125, 150, 200] as const;
/** One size of type. */
export type TypeSize = (typeof TYPE_SIZES)[number];

const KEY = 'tongma.type-size';

/** The size that was chosen; 100 by default. */
export function preferredTypeSize(): TypeSize {
  const kept = Number(localStorage.getItem(KEY));
  return TYPE_SIZES.find((size) => size === kept) ?? 100;
}

/** Gives the page a size: all lengths of type are in rem. */
export function showTypeSize(size: TypeSize): void {
  document.documentElement.style.fontSize = size === 100 ? '' : `${size}%`;
  document.documentElement.dataset['type'] = String(size);
}

/** The size of type, and the step to the next one, in a circle. */
export function useTypeSize(): { readonly size: Ref<TypeSize>; next(): void } {
  const size = ref(preferredTypeSize());
  return {
    size,
    next() {
      size.value = TYPE_SIZES[(TYPE_SIZES.indexOf(size.value) + 1) % TYPE_SIZES.length] ?? 100;
      localStorage.setItem(KEY, String(size.value));
      showTypeSize(size.value);
    },
  };
}
