import type { CombinedError } from '@urql/vue';
import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { lookOfVerdict } from '../../format/code-look.ts';
import type { Purpose } from '../../gql/graphql.ts';
import { cleanText } from '../../scan/scanned-text.ts';
import { counted, NO_VERDICTS, type Tally } from './session-tally.ts';
import type { SaidVerdict } from './worded.ts';

/** What was scanned, and what it gave, is forgotten after this. */
const KEPT_MS = 120_000;

/** What a verdict is asked with, beside the text. */
export interface Circumstances {
  readonly region: string;
  readonly purpose: Purpose;
}

/** IDLE: nothing was scanned. FORGOTTEN: it was, too long ago. */
export type RecognitionState = 'IDLE' | 'ASKING' | 'VERDICT' | 'FAILED' | 'FORGOTTEN';

/** Asks for the verdict on a text: of the gateway, or of the lists on this device. */
export type AskVerdict = (
  text: string,
  circumstances: Circumstances,
) => Promise<{ readonly verdict: SaidVerdict } | { readonly error: CombinedError | null }>;

/**
 * One code after another: asks for the verdict on a text, which stands in memory alone. Text and
 * verdict are forgotten at the next, on leaving, and after two minutes. `circumstances` = null: the
 * account has no place or purpose to ask for.
 */
export function useRecognition(
  circumstances: Readonly<Ref<Circumstances | null>>,
  askVerdict: AskVerdict,
  onVerdict: (verdict: SaidVerdict) => void,
) {
  const state = ref<RecognitionState>('IDLE');
  const verdict = shallowRef<SaidVerdict | null>(null);
  const error = shallowRef<CombinedError | null>(null);
  const tally = shallowRef<Tally>(NO_VERDICTS);
  let text: string | null = null;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function forget(next: 'IDLE' | 'FORGOTTEN' = 'IDLE'): void {
    clearTimeout(timer);
    asked += 1;
    text = null;
    verdict.value = null;
    error.value = null;
    state.value = next;
  }

  /** Asks about the text that is kept. `first`: it was not asked about before. */
  async function ask(first: boolean): Promise<void> {
    if (text === null || !circumstances.value) return;
    const mine = (asked += 1);
    verdict.value = null;
    error.value = null;
    state.value = 'ASKING';
    const answer = await askVerdict(text, circumstances.value);
    if (mine !== asked) return;
    if ('error' in answer) {
      error.value = answer.error;
      state.value = 'FAILED';
      return;
    }
    const given = answer.verdict;
    verdict.value = given;
    state.value = 'VERDICT';
    if (first) {
      const entry = {
        at: new Date(),
        look: lookOfVerdict(given),
        issuer: given.issuer ?? null,
      };
      tally.value = counted(tally.value, given.outcome, entry);
    }
    onVerdict(given);
  }

  // Another place or purpose: what is shown no longer fits.
  watch(
    () => [circumstances.value?.region, circumstances.value?.purpose].join(),
    () => void ask(false),
  );
  onScopeDispose(() => {
    forget();
  });

  return {
    ...{ state, verdict, error, tally },
    /** Asks about a text as scanned; one that has nothing in it is let pass. */
    present(raw: string): void {
      const clean = cleanText(raw);
      if (clean === '') return;
      forget();
      text = clean;
      timer = setTimeout(forget, KEPT_MS, 'FORGOTTEN');
      void ask(true);
    },
    again: () => void ask(state.value === 'FAILED'),
    next: () => {
      forget();
    },
  };
}
