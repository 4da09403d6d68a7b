import type { Client } from '@urql/vue';
import { computed, inject, shallowRef, type ComputedRef, type InjectionKey, type Ref } from 'vue';
import { graphql } from './gql/gql.ts';
import type { ViewerQuery } from './gql/graphql.ts';
import { codeOf } from './graph.ts';
import { answerWithin } from './offline/answer-within.ts';

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

/** What one may do here, without a word of who one is. */
export type Rights = Pick<Viewer, 'purposes' | 'grants' | 'regions'>;

/** Rights of who signed in last, for pages that work with no network. */
export interface LastRights {
  /** Null when there are none, or the gateway was seen too long ago. */
  read(): Rights | null;
  /** The gateway was seen, and this one signed in. */
  write(viewer: Viewer): void;
  clear(): void;
}

/** Who has signed in: not asked yet, nobody, could not be asked, or somebody. */
export type ViewerState = 'unknown' | 'nobody' | 'failed' | Viewer;

/** The session as the pages see it. */
export interface ViewerHolder {
  readonly state: Ref<ViewerState>;
  /** The one who has signed in; only for pages behind the sign-in. */
  readonly viewer: ComputedRef<Viewer>;
  /**
   * Rights of the one who has signed in; while the gateway could not be asked, those last known.
   * Null without any.
   */
  readonly rights: ComputedRef<Rights | null>;
  /** True when a right is held. */
  can(scope: string): boolean;
  load(): Promise<void>;
  forget(): void;
  /** The gateway answered just now. */
  seen(): void;
}

const PATIENCE_MS = 4_000;
const LONG_MS = 60_000;
const NO_RIGHTS: LastRights = { read: () => null, write: () => undefined, clear: () => undefined };

/** Key under which an application provides its viewer. */
export const VIEWER: InjectionKey<ViewerHolder> = Symbol('viewer');

/**
 * Makes the holder of an application; `graph` is asked when `load` is called. `last` keeps rights
 * for when nothing answers; default: nothing is kept.
 */
export function createViewer(graph: () => Client, last = NO_RIGHTS): ViewerHolder {
  const state = shallowRef<ViewerState>('unknown');
  const viewer = computed<Viewer>(() => {
    if (typeof state.value === 'string') throw new Error('Nobody has signed in.');
    return state.value;
  });
  const rights = computed(() => {
    if (typeof state.value !== 'string') return state.value;
    return state.value === 'failed' ? last.read() : null;
  });
  function forget(): void {
    last.clear();
    state.value = 'nobody';
  }
  function seen(): void {
    if (typeof state.value !== 'string') last.write(state.value);
  }
  return {
    state,
    viewer,
    rights,
    forget,
    seen,
    can: (scope) => typeof state.value !== 'string' && state.value.scopes.includes(scope),
    async load() {
      // Where rights are known that work without the gateway, nobody waits long for it.
      const ms = last.read() ? PATIENCE_MS : LONG_MS;
      const { data, error } = (await answerWithin(graph().query(query, {}), ms)) ?? {};
      if (data) {
        state.value = data.viewer;
        seen();
      } else if (error && codeOf(error) === 'UNAUTHENTICATED') forget();
      else state.value = 'failed';
    },
  };
}

/** The viewer of the application a component stands in. */
export function useViewer(): ViewerHolder {
  const holder = inject(VIEWER);
  if (!holder) throw new Error('This application provides no viewer.');
  return holder;
}
