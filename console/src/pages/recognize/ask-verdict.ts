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
  query RecognizeCode($input: RecognizeCodeInput!) {
    recognizeCode(input: $input) {
      pass
      outcome
      tokenStatus
      issuer {
        id
        ZH_HANS: name(language: ZH_HANS)
        ZH_HANT: name(language: ZH_HANT)
        EN: name(language: EN)
      }
      presentedIn {
        id
        ZH_HANS: name(language: ZH_HANS)
        ZH_HANT: name(language: ZH_HANT)
        EN: name(language: EN)
      }
      issuedColor
      color
      reasons {
        ruleId
        version
        outcome
        ZH_HANS: text(language: ZH_HANS)
        ZH_HANT: text(language: ZH_HANT)
        EN: text(language: EN)
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

  async function online(text: string, where: Circumstances, waits: boolean) {
    const source = client.query(query, { input: { text, ...where } });
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
    const verdict = await lists.recognize(text);
    return verdict ? { verdict } : { error };
  };
}
