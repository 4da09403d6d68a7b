import type { Client } from '@urql/vue';
import { computed, inject, shallowRef, type ComputedRef, type InjectionKey, type Ref } from 'vue';
import { graphql } from './gql/gql.ts';
import type { ViewerQuery } from './gql/graphql.ts';
import { codeOf } from './graph.ts';

/** Who has signed in, as the pages know it. */
export type Viewer = ViewerQuery['viewer'];

const query = graphql(`
  query Viewer {
    viewer {
      id
      name
      role
      agency
      scopes
      purposes
      grants {
        code
        name
        level
      }
      regions {
        code
        name
        level
      }
    }
  }
`);

/** Who has signed in: not asked yet, nobody, could not be asked, or somebody. */
export type ViewerState = 'unknown' | 'nobody' | 'failed' | Viewer;

/** The session as the pages see it. */
export interface ViewerHolder {
  readonly state: Ref<ViewerState>;
  /** The one who has signed in; only for pages behind the sign-in. */
  readonly viewer: ComputedRef<Viewer>;
  /** True when a right is held. */
  can(scope: string): boolean;
  load(): Promise<void>;
  forget(): void;
}

/** Key under which an application provides its viewer. */
export const VIEWER: InjectionKey<ViewerHolder> = Symbol('viewer');

/** Makes the holder of an application; `graph` is asked when `load` is called. */
export function createViewer(graph: () => Client): ViewerHolder {
  const state = shallowRef<ViewerState>('unknown');
  const viewer = computed<Viewer>(() => {
    if (typeof state.value === 'string') throw new Error('Nobody has signed in.');
    return state.value;
  });
  return {
    state,
    viewer,
    can: (scope) => typeof state.value !== 'string' && state.value.scopes.includes(scope),
    async load() {
      const { data, error } = await graph().query(query, {}).toPromise();
      if (data) state.value = data.viewer;
      else state.value = error && codeOf(error) === 'UNAUTHENTICATED' ? 'nobody' : 'failed';
    },
    forget() {
      state.value = 'nobody';
    },
  };
}

/** The viewer of the application a component stands in. */
export function useViewer(): ViewerHolder {
  const holder = inject(VIEWER);
  if (!holder) throw new Error('This application provides no viewer.');
  return holder;
}
