import { computed, inject, ref, type ComputedRef, type InjectionKey } from 'vue';
import type { Rights, Viewer, ViewerHolder } from '../viewer.ts';

/** A division that an official may look at. */
export type ScopeDivision = Viewer['grants'][number];

/** The region the pages are about: always visible, chosen in the header. */
export interface RegionScope {
  /** All of them: what is granted, then the regions that lie within. */
  readonly all: ComputedRef<readonly ScopeDivision[]>;
  readonly current: ComputedRef<ScopeDivision | null>;
  /** For lists: null shows every region that is granted. */
  readonly filter: ComputedRef<string | null>;
  choose(code: string): void;
  /** The one before or after, in a circle. */
  step(by: 1 | -1): void;
}

/** Key under which the console provides the scope. */
export const REGION_SCOPE: InjectionKey<RegionScope> = Symbol('region scope');

const KEY = 'tongma.region';
const NOWHERE: Pick<Rights, 'grants' | 'regions'> = { grants: [], regions: [] };

/** Makes the scope of who has signed in. */
export function createRegionScope({ rights }: Pick<ViewerHolder, 'rights'>): RegionScope {
  const chosen = ref(localStorage.getItem(KEY));
  const all = computed(() => {
    const { grants, regions } = rights.value ?? NOWHERE;
    const known = new Set(grants.map(({ code }) => code));
    return [...grants, ...regions.filter(({ code }) => !known.has(code))];
  });
  const current = computed(
    () => all.value.find(({ code }) => code === chosen.value) ?? all.value[0] ?? null,
  );
  function choose(code: string): void {
    chosen.value = code;
    localStorage.setItem(KEY, code);
  }
  return {
    all,
    current,
    choose,
    filter: computed(() => {
      const code = current.value?.code;
      return (rights.value ?? NOWHERE).regions.some((region) => region.code === code)
        ? (code ?? null)
        : null;
    }),
    step(by) {
      const place = all.value.findIndex(({ code }) => code === current.value?.code);
      const next = all.value[(place + by + all.value.length) % all.value.length];
      if (next) choose(next.code);
    },
  };
}

/** The scope of the console a component stands in. */
export function useRegionScope(): RegionScope {
  const scope = inject(REGION_SCOPE);
  if (!scope) throw new Error('There is no region scope here.');
  return scope;
}
