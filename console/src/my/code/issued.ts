import { useClientHandle, type CombinedError } from '@urql/vue';
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { graphql } from '../../gql/gql.ts';
import { BACKGROUND } from '../../composables/renewed.ts';

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
      svg
      expiresAt
    }
  }
`);

/** The picture of a code, made anew when its color changes. `subject` null: no text can be made. */
export function useIssued(subject: () => IssuedFor | null): {
  readonly picture: ShallowRef<IssuedPicture | null>;
  readonly error: ShallowRef<CombinedError | undefined>;
  renew(): Promise<void>;
} {
  const { client } = useClientHandle();
  const picture = shallowRef<IssuedPicture | null>(null);
  const error = shallowRef<CombinedError>();
  let turn = 0;

  async function make(context: object): Promise<void> {
    const wanted = subject();
    if (!wanted) return;
    turn += 1;
    const mine = turn;
    const { residentId } = wanted;
    const answer = await client.mutation(issue, { input: { residentId } }, context).toPromise();
    if (mine !== turn) return;
    error.value = answer.error;
    if (!answer.data) return;
    const { svg, expiresAt } = answer.data.issueCode;
    picture.value = { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, expiresAt };
  }

  watch(
    () => JSON.stringify(subject()),
    () => {
      // A picture that carries another color must not stand on this one.
      turn += 1;
      picture.value = null;
      error.value = undefined;
      void make({});
    },
    { immediate: true },
  );
  const timer = setInterval(() => {
    if (!document.hidden) void make(BACKGROUND);
  }, AGAIN_MS);
  onScopeDispose(() => {
    turn += 1;
    clearInterval(timer);
  });
  return { picture, error, renew: () => make({}) };
}
