import { askAsPartner } from './client.ts';

/** Every field of a verdict. */
export const VERDICT = `fragment Verdict on Recognition {
  pass outcome tokenStatus issuedColor color validUntil paper specimen receipt
  issuer { id name(language: EN) } presentedIn { id name(language: EN) }
  holder { maskedName birthMonthDay }
  reasons { ruleId version outcome text(language: EN) }
  basis { mode trustListVersion policyVersion agreementVersion statusAsOf }
}`;

/** Verdict on a text presented in a division, as the demo partner gets it. */
export async function recognized(text: string, region: string, purpose = 'ENTRY') {
  const query = `query($input: RecognizeCodeInput!) { recognizeCode(input: $input) { ...Verdict } } ${VERDICT}`;
  return (await askAsPartner(query, { input: { text, region, purpose } })).recognizeCode;
}

/** Verdicts on many texts in one call. */
export async function recognizedAll(texts: readonly string[], region: string) {
  const query = `query($inputs: [RecognizeCodeInput!]!) { recognizeCodes(inputs: $inputs) { ...Verdict } } ${VERDICT}`;
  const inputs = texts.map((text) => ({ text, region, purpose: 'ENTRY' }));
  return (await askAsPartner(query, { inputs })).recognizeCodes;
}
