import { useClientHandle } from '@urql/vue';
import { computed, onScopeDispose, ref, type Ref } from 'vue';
import type { CodeLike } from '../../format/code-look.ts';
import { graphql } from '../../gql/gql.ts';
import type { DeclarationState } from '../../gql/graphql.ts';
import { useViewer } from '../../viewer.ts';

/** A paper code that was made for a person. */
export interface Paper {
  readonly svg: string;
  /** A PDF file, base64. */
  readonly pdf: string;
  readonly card: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
}

/** A declaration that a clerk wrote down. */
export interface WrittenDeclaration {
  readonly id: string;
  readonly declaredAt: string;
  readonly dueAt: string;
  readonly state: DeclarationState;
  readonly reviewReason?: string | null;
}

/** A person at the desk: of the particulars, only what the registration shows masked. */
export interface Served {
  /** Id of the registration. */
  readonly id: string;
  readonly maskedName: string;
  readonly since: Date;
  readonly code: CodeLike | null;
  readonly declaration: WrittenDeclaration | null;
  /** The person declares again although there is a code. */
  readonly declaring: boolean;
  readonly paper: Paper | null;
}

/** The four steps of the desk service. */
export const STEPS = ['person', 'declare', 'wait', 'paper'] as const;
/** One step of the desk service. */
export type Step = (typeof STEPS)[number];

/** Where a person stands; null is somebody who is not registered yet. */
export function stepOf(person: Served | null): Step {
  if (!person) return 'person';
  if (person.declaring) return 'declare';
  // A code that counts can be printed whatever else waits: its color is not on the paper.
  if (person.paper ?? person.code?.state === 'ACTIVE') return 'paper';
  const { declaration } = person;
  return declaration && declaration.state !== 'REJECTED' ? 'wait' : 'declare';
}

/** Whether something about a person is still to come. */
export function isAwaited({ code, declaration }: Served): boolean {
  if (!declaration || declaration.state === 'REJECTED') return false;
  return declaration.state === 'PENDING' || code?.state !== 'ACTIVE';
}

const query = graphql(`
  query DeskPerson($id: ID!, $declaration: ID!) {
    resident(id: $id) {
      id
      code {
        state
        color
      }
    }
    declaration(id: $declaration) {
      id
      declaredAt
      dueAt
      state
      reviewReason
    }
  }
`);

const EVERY_MS = 2_000;
// A page that asks by itself keeps no session awake.
const fetchOptions = { headers: { 'x-tongma-console': '1', 'x-tongma-background': '1' } };

// In memory, so that a clerk may look at another page in between; of one official only.
const people: Ref<readonly Served[]> = ref([]);
let official: string | null = null;

/** The people of this session at the desk, newest first; what is awaited is asked every 2 seconds. */
export function useServed() {
  const { client } = useClientHandle();
  const { id: viewer } = useViewer().viewer.value;
  if (official !== viewer) people.value = [];
  official = viewer;
  /** False while the last question got no answer. */
  const answered = ref(true);
  const chosen = ref<string | null>(null);
  let alive = true;

  function change(id: string, changes: Partial<Omit<Served, 'id'>>): void {
    people.value = people.value.map((one) => (one.id === id ? { ...one, ...changes } : one));
  }

  async function ask({ id, declaration }: Served): Promise<void> {
    const variables = { id, declaration: declaration?.id ?? '' };
    const { data } = await client.query(query, variables, { fetchOptions }).toPromise();
    if (!alive) return;
    answered.value = data !== undefined;
    if (data?.resident) change(id, { code: data.resident.code ?? null });
    if (data?.declaration) change(id, { declaration: data.declaration });
  }

  async function askAll(): Promise<void> {
    for (const person of people.value) if (alive && isAwaited(person)) await ask(person);
    if (alive) timer = setTimeout(() => void askAll(), EVERY_MS);
  }
  let timer = setTimeout(() => void askAll(), EVERY_MS);
  onScopeDispose(() => {
    alive = false;
    clearTimeout(timer);
  });

  return {
    people,
    answered,
    current: computed(() => people.value.find(({ id }) => id === chosen.value) ?? null),
    change,
    /** Goes on with a person; null is the next one. */
    choose: (id: string | null) => (chosen.value = id),
    /** Begins or goes on with a registration, and chooses it. */
    serve(person: Pick<Served, 'id' | 'maskedName' | 'code'>): void {
      const fresh = { since: new Date(), declaration: null, declaring: false, paper: null };
      const known = people.value.find(({ id }) => id === person.id);
      const others = people.value.filter(({ id }) => id !== person.id);
      people.value = [{ ...fresh, ...known, ...person }, ...others];
      chosen.value = person.id;
    },
  };
}
