const PURPOSES = ['ENTRY', 'TRANSPORT', 'CARE', 'WORK'] as const;
/** A purpose for which codes are looked at. */
export type RecognitionPurpose = (typeof PURPOSES)[number];

/** Those of an account's purposes for which codes are looked at, as they were granted. */
export function purposesOf(granted: readonly string[]): RecognitionPurpose[] {
  return granted.flatMap((one) => PURPOSES.filter((purpose) => purpose === one));
}
