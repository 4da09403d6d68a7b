/** What a code or a verdict looks like: each has a shape, a word and a fill. Source: console brief, §4. */
export type CodeLook =
  | 'GREEN'
  | 'YELLOW'
  | 'RED'
  | 'SUSPENDED'
  | 'UNDER_REVIEW'
  | 'WITHDRAWN'
  | 'EXPIRED'
  | 'SPECIMEN'
  | 'NONE'
  | 'CROSS_CHECK'
  | 'NOT_RECOGNIZED'
  | 'STALE';

/** A code as the graph gives it; null when a resident has none. */
export interface CodeLike {
  readonly state: 'UNDER_REVIEW' | 'ACTIVE' | 'SUSPENDED' | 'WITHDRAWN' | 'EXPIRED';
  readonly color?: 'GREEN' | 'YELLOW' | 'RED' | null | undefined;
}

/** The look of a code: only an active one has a color. */
export function lookOfCode(code: CodeLike | null | undefined): CodeLook {
  if (!code) return 'NONE';
  return code.state === 'ACTIVE' ? (code.color ?? 'NONE') : code.state;
}

/** A verdict as the graph gives it. */
export interface VerdictLike {
  readonly outcome: 'RECOGNIZED' | 'NOT_RECOGNIZED' | 'CROSS_CHECK' | 'STALE';
  readonly color?: 'GREEN' | 'YELLOW' | 'RED' | null | undefined;
  readonly specimen: boolean;
}

/** The look of a verdict: only a recognized one has a color. */
export function lookOfVerdict({ outcome, color, specimen }: VerdictLike): CodeLook {
  if (specimen) return 'SPECIMEN';
  return outcome === 'RECOGNIZED' ? (color ?? 'CROSS_CHECK') : outcome;
}

/** Key of the word for a look. */
export function wordOfLook(look: CodeLook): string {
  if (look === 'GREEN' || look === 'YELLOW' || look === 'RED') return `color.${look}`;
  if (look === 'CROSS_CHECK' || look === 'NOT_RECOGNIZED' || look === 'STALE') {
    return `outcome.${look}`;
  }
  return `state.${look}`;
}

/** Fill of the band behind a look: what has no color is dark slate, never a color. */
export function fillOfLook(look: CodeLook): string {
  if (look === 'GREEN' || look === 'YELLOW' || look === 'RED') return look;
  return look === 'SUSPENDED' || look === 'SPECIMEN' ? look : 'PLAIN';
}
