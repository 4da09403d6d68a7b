import { useClientHandle, type CombinedError } from '@urql/vue';
import type { Ref } from 'vue';
import { graphql } from '../../gql/gql.ts';
import { codeOf } from '../../graph.ts';
import { answerWithin } from '../../offline/answer-within.ts';
import type { OfflineLists } from '../../offline/offline-lists.ts';
import type { AskVerdict, Circumstances } from './recognition.ts';

/** So long the gateway is waited for before the lists are asked. */
const PATIENCE_MS = 2_500;

const query = graphql(`
  query RecognizeCode($input: RecognizeCodeInput!, $language: Language!) {
    recognizeCode(input: $input) {
      pass
      outcome
      tokenStatus
      issuer {
        id
        name(language: $language)
      }
      presentedIn {
        id
        name(language: $language)
      }
      issuedColor
      color
      reasons {
        ruleId
        version
        outcome
        text(language: $language)
      }
      holder {
        maskedName
        birthMonthDay
      }
      validUntil
      basis {
        mode
        trustListVersion
        policyVersion
        agreementVersion
        statusAsOf
      }
      paper
      specimen
      receipt
    }
  }
`);

/**
 * Asks the gateway, and the lists of this device where it does not answer in time: with no network,
 * when it is down, or when nobody has signed in here. Without lists the failure is shown.
 */
export function useAskVerdict(lists: OfflineLists, signedIn: Readonly<Ref<boolean>>): AskVerdict {
  const { client } = useClientHandle();

  async function online(text: string, { language, ...where }: Circumstances, waits: boolean) {
    const source = client.query(query, { input: { text, ...where }, language });
    return waits ? answerWithin(source, PATIENCE_MS) : source.toPromise();
  }

  return async (text, circumstances) => {
    const held = lists.state.value.held !== null;
    let error: CombinedError | null = null;
    if (signedIn.value && !(held && !lists.reachable.value)) {
      const answer = await online(text, circumstances, held);
      if (answer?.data) return { verdict: answer.data.recognizeCode };
      error = answer?.error ?? null;
      if (error && codeOf(error) !== 'NETWORK') return { error };
      lists.unreachable();
    }
    const verdict = await lists.recognize(text, circumstances.language);
    return verdict ? { verdict } : { error };
  };
}
