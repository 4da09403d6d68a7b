import { useClientHandle, type CombinedError } from '@urql/vue';
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { graphql } from '../../gql/gql.ts';
import { BACKGROUND } from '../../composables/renewed.ts';
import type { Presenter } from './presenter.ts';

/** A text made for a code, as a picture to be scanned. */
export interface IssuedPicture {
  /** Address of the picture, `data:`. */
  readonly src: string;
  readonly expiresAt: string;
}

/** What a text is made for: the resident, and the decision whose color it carries. */
export interface IssuedFor {
  readonly residentId: string;
  readonly decidedAt: string | null;
}

/** An official may void texts, which a page cannot see: it asks for a new one after this long. */
const AGAIN_MS = 10 * 60_000;

const issue = graphql(`
  mutation MyCodeText($input: IssueCodeInput!) {
    issueCode(input: $input) {
      text
      svg
      expiresAt
    }
  }
`);

interface Made {
  readonly text: string;
  readonly svg: string;
  readonly expiresAt: string;
  readonly presenter: Presenter | null;
}

/** What presents is loaded beside the page; a browser that cannot shows the text alone. */
function presenterFor(residentId: string): Promise<Presenter | null> {
  return import('./presenter.ts')
    .then(({ presenterOf }) => presenterOf(residentId))
    .catch(() => null);
}

/**
 * The picture of a code, made anew when its color changes, and presented anew every 30 seconds.
 * `subject` null: no text can be made.
 */
export function useIssued(subject: () => IssuedFor | null): {
  readonly picture: ShallowRef<IssuedPicture | null>;
  readonly error: ShallowRef<CombinedError | undefined>;
  renew(): Promise<void>;
} {
  const { client } = useClientHandle();
  const picture = shallowRef<IssuedPicture | null>(null);
  const error = shallowRef<CombinedError>();
  void import('./presenter.ts').catch(() => undefined); // while the code is asked for
  let turn = 0;
  let made: Made | null = null;
  let step: ReturnType<typeof setTimeout> | undefined;

  async function show(): Promise<void> {
    clearTimeout(step);
    const [mine, shown] = [turn, made];
    if (!shown) return;
    const { text, expiresAt, presenter } = shown;
    const svg = (await presenter?.present(text).catch(() => null)) ?? shown.svg;
    if (mine !== turn) return;
    picture.value = { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, expiresAt };
    if (presenter) step = setTimeout(() => void show(), presenter.untilNext());
  }

  async function make(context: object): Promise<void> {
    const wanted = subject();
    if (!wanted) return;
    turn += 1;
    const mine = turn;
    const { residentId } = wanted;
    const presenter = await presenterFor(residentId);
    const input = { residentId, holderKey: presenter?.holderKey };
    const answer = await client.mutation(issue, { input }, context).toPromise();
    if (mine !== turn) return;
    error.value = answer.error;
    if (answer.data) made = { ...answer.data.issueCode, presenter };
    await show();
  }

  watch(
    () => JSON.stringify(subject()),
    () => {
      // A picture that carries another color must not stand on this one.
      turn += 1;
      made = null;
      picture.value = null;
      error.value = undefined;
      void make({});
    },
    { immediate: true },
  );
  const timer = setInterval(() => {
    if (!document.hidden) void make(BACKGROUND);
  }, AGAIN_MS);
  // A page that was not looked at has an old picture.
  const lookedAt = () => void show();
  document.addEventListener('visibilitychange', lookedAt);
  onScopeDispose(() => {
    turn += 1;
    clearInterval(timer);
    clearTimeout(step);
    document.removeEventListener('visibilitychange', lookedAt);
  });
  return { picture, error, renew: () => make({}) };
}
