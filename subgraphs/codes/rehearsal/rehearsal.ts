import type { Signer } from '../domain/token/keys.ts';
import type { RehearsalStep } from '../domain/rehearsal/rehearsal.ts';
import type { TrustIndex } from '../domain/trust/trust-list.ts';
import { drill } from './drill.ts';
import { rehearseCode, type CodeRehearsalParts, type RehearsedCode } from './code-life.ts';
import { stepOf, type Outcome } from './steps.ts';
import { checkOffline, specimenBy, specimenSigner } from '../specimens.ts';

export type { CodeRehearsalParts } from './code-life.ts';

/** Steps that need somebody else, as far as somebody is there. */
export interface Others {
  /** What another stack says of a specimen of this region. */
  readonly there: (text: string) => Promise<Outcome> | Outcome;
  /** What is said here of a specimen that another stack issued. */
  readonly theirs: (trust: TrustIndex, now: Date) => Promise<RehearsalStep> | RehearsalStep;
}

/** Holds a specimen of another region against the trust list in use. */
export function theirsKnownHere(
  text: string | null,
  trust: TrustIndex,
  region: string,
  now: Date,
): Promise<RehearsalStep> {
  return stepOf('THEIRS_KNOWN_HERE', async () => {
    if (text === null) return { notDone: 'give a specimen of another region by --peer-specimen' };
    const { status, claims } = await checkOffline(text, trust, now);
    if (status !== 'SPECIMEN') throw new Error(`the other region's specimen is ${status}`);
    if (claims?.issuer === region) throw new Error('that specimen is of this region');
    return `a specimen of ${claims?.issuer ?? ''} is known here`;
  });
}

async function* withSpecimens(
  { region, now: clock }: CodeRehearsalParts,
  trust: TrustIndex,
  signer: Signer,
  { there, theirs }: Others,
): AsyncGenerator<RehearsalStep> {
  const now = clock();
  let text = '';
  yield await stepOf('SPECIMEN_ISSUED', async () => {
    ({ text } = await specimenBy(signer, region, 'GREEN', now));
    return `${text.length} characters`;
  });
  yield await stepOf('SPECIMEN_KNOWN_HERE', async () => {
    const { status } = await checkOffline(text, trust, now);
    if (status !== 'SPECIMEN') throw new Error(`it is ${status}`);
    return `by list ${trust.list.version}, offline`;
  });
  yield await stepOf('KNOWN_THERE', () => there(text));
  yield await theirs(trust, now);
  yield* await drill(trust, region, signer, now);
}

const WHERE = 'by the lists of the region alone, in a transaction that was undone';

/** A code of nobody that turns red and is withdrawn, as somebody without a network sees it. */
async function* lifeOfACode(parts: CodeRehearsalParts): AsyncGenerator<RehearsalStep> {
  // Both steps are of one life: playing it is the time of the first.
  let life: Promise<RehearsedCode> | undefined;
  const played = () => (life ??= rehearseCode(parts));
  yield await stepOf('COLOR_CHANGE_SEEN_OFFLINE', async () => {
    const { issued, changed } = await played();
    const colors = [issued.color, changed.color].join(' ');
    if (colors !== 'GREEN RED') throw new Error(`the code is seen as ${colors}`);
    return `a code of nobody was green, then red, ${WHERE}`;
  });
  yield await stepOf('WITHDRAWN_CODE_REFUSED', async () => {
    const { outcome, tokenStatus } = (await played()).withdrawn;
    if (tokenStatus !== 'WITHDRAWN') throw new Error(`the code is ${tokenStatus}`);
    return `it is ${outcome}, ${WHERE}`;
  });
}

/**
 * Plays a region's part in recognition, step after step; null when no trust list carries the region
 * with a specimen key that is here. Nothing of it stays.
 */
export function rehearsal(
  parts: CodeRehearsalParts,
  others: Others,
): AsyncGenerator<RehearsalStep> | null {
  const { trust } = parts.reference;
  const signer = specimenSigner(parts.region, parts.keysFile, trust, parts.now());
  if (!trust || !signer) return null;
  async function* all(index: TrustIndex, by: Signer) {
    yield* withSpecimens(parts, index, by, others);
    yield* lifeOfACode(parts);
  }
  return all(trust, signer);
}
