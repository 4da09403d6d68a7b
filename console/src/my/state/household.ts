import { computed, inject, ref, type ComputedRef, type InjectionKey } from 'vue';
import { queryView, type QueryView } from '../../composables/query-view.ts';
import { graphql } from '../../gql/gql.ts';
import type { MyHouseholdQuery } from '../../gql/graphql.ts';
import { useRenewed } from '../../composables/renewed.ts';

/** A registration of the one who has signed in, or of a ward. */
export type Person = MyHouseholdQuery['myResidents'][number];

/** Oneself and one's wards, and whose pages these are now. */
export interface Household {
  readonly view: ComputedRef<QueryView<readonly Person[]>>;
  readonly people: ComputedRef<readonly Person[]>;
  readonly person: ComputedRef<Person | null>;
  /** Own registration that counts: a guardian needs one. */
  readonly self: ComputedRef<Person | null>;
  choose(id: string): void;
  again(): Promise<void>;
}

/** Key under which the layout provides the household. */
export const HOUSEHOLD: InjectionKey<Household> = Symbol('household');

const EVERY_MS = { waiting: 15_000, settled: 60_000 } as const;

const query = graphql(`
  query MyHousehold {
    myResidents {
      id
      region
      state
      documentType
      maskedName
      birthDate
      guardianId
      receivedAt
      dueAt
      reviewReason
      division {
        code
        name
      }
      code {
        id
        state
        color
      }
    }
  }
`);

type Registration = Pick<
  Person,
  'state' | 'region' | 'guardianId' | 'maskedName' | 'birthDate' | 'receivedAt'
>;

function sameCase(a: Registration, b: Registration): boolean {
  if (a.region !== b.region || (a.guardianId == null) !== (b.guardianId == null)) return false;
  return a.guardianId == null || (a.maskedName === b.maskedName && a.birthDate === b.birthDate);
}

/**
 * Registrations that matter: one that was rejected goes once the same person has applied again.
 * Oneself leads, then what is registered, then the oldest.
 */
export function whoMatters<R extends Registration>(all: readonly R[]): R[] {
  const standing = all.filter(
    (one) =>
      one.state !== 'REJECTED' ||
      !all.some((other) => sameCase(one, other) && other.receivedAt > one.receivedAt),
  );
  const rank = ({ guardianId, state }: R) =>
    (guardianId == null ? 0 : 2) + (state === 'REGISTERED' ? 0 : 1);
  return standing.sort((a, b) => rank(a) - rank(b) || (a.receivedAt < b.receivedAt ? -1 : 1));
}

/**
 * Registrations as whoever has signed in sees them: a ward is one whose guardian they are themselves.
 * For whom somebody else acts is no ward here.
 */
export function asSeen<R extends { readonly id: string; readonly guardianId?: string | null }>(
  all: readonly R[],
): R[] {
  return all.map((one) =>
    all.some(({ id }) => id === one.guardianId) ? one : { ...one, guardianId: null },
  );
}

/** Makes the household of the one who has signed in. */
export function createHousehold(): Household {
  const waits = (data: MyHouseholdQuery | undefined) =>
    data?.myResidents.some(({ state }) => state === 'RECEIVED') ?? true;
  const asked = useRenewed(
    query,
    () => ({}),
    (data) => (waits(data) ? EVERY_MS.waiting : EVERY_MS.settled),
  );
  const view = computed(() =>
    queryView(
      { data: asked.data.value, error: asked.error.value, fetching: asked.fetching.value },
      ({ myResidents }) => whoMatters(asSeen(myResidents)),
    ),
  );
  const people = computed(() => (view.value.state === 'ready' ? view.value.rows : []));
  const chosen = ref<string | null>(null);
  return {
    view,
    people,
    person: computed(
      () => people.value.find(({ id }) => id === chosen.value) ?? people.value[0] ?? null,
    ),
    self: computed(
      () =>
        people.value.find(
          ({ guardianId, state }) => guardianId == null && state === 'REGISTERED',
        ) ?? null,
    ),
    choose(id) {
      chosen.value = id;
    },
    again: asked.again,
  };
}

/** The household of the page a component stands in. */
export function useHousehold(): Household {
  const household = inject(HOUSEHOLD);
  if (!household) throw new Error('There is no household here.');
  return household;
}
