import type { CodeLook } from '../../format/code-look.ts';
import type { Proposal } from './proposal.ts';

/** How many codes of an issuer count as what. */
export interface AgreementEffect {
  readonly from: CodeLook;
  readonly to: CodeLook;
  readonly count: number;
}

const WORDS: readonly CodeLook[] = ['GREEN', 'YELLOW', 'RED', 'CROSS_CHECK', 'NOT_RECOGNIZED'];

function lookOf(word: string): CodeLook | undefined {
  const upper = word.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return WORDS.find((one) => one === upper);
}

/** Counts of a dry run such as `yellowToCrossCheck`, as lines; others are left out. */
export function agreementEffects(counts: Proposal['dryRun']): readonly AgreementEffect[] {
  return counts.flatMap(({ name, count }) => {
    const [, from = '', to = ''] = /^([a-z]+)To(\w+)$/.exec(name) ?? [];
    const [issued, here] = [lookOf(from), lookOf(to)];
    return issued && here ? [{ from: issued, to: here, count }] : [];
  });
}
