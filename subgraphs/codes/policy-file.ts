import { z } from 'zod';
import type { Condition, Exit, Rule } from './domain/color/policy.ts';
import { lintAlone } from './domain/policy/lint.ts';
import { given } from './schema/policy.shape.ts';

/** One thing that is wrong with a document, and where; '' = with all of it. */
export interface DocumentFault {
  /** Dotted, such as `rules.2.exit.n`. */
  readonly path: string;
  readonly message: string;
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;
const instant = z.iso
  .datetime({ offset: true, error: 'An instant stands here, as 2022-06-28T00:00:00+08:00.' })
  .transform((text) => new Date(text));

// What stands in a condition or an exit is left to the linter, which says it in better words.
const rule = z
  .strictObject({
    id: z.string(),
    version: z.number(),
    condition: z.custom<Condition>(isObject, 'A condition stands here, {kind, …}.'),
    color: z.custom<Rule['color']>().nullish(),
    exit: z.custom<Exit>(isObject, 'An exit stands here, {kind, …}.'),
    text: z.strictObject({ zhHans: z.string(), zhHant: z.string(), en: z.string() }),
  })
  .transform(({ color = null, text, ...rest }) => ({
    ...{ ...rest, color },
    text: { ZH_HANS: text.zhHans, ZH_HANT: text.zhHant, EN: text.en },
  }));

/** A policy as `proposePolicy` takes it; the reason belongs to the proposal. */
const document = z.strictObject({
  region: z.string().regex(/^\d{6}$/, 'A region stands here, six digits of GB/T 2260.'),
  validFrom: instant,
  validTo: instant.nullish().transform((at) => at ?? null),
  statusMaxAgeMinutes: z.number().default(60),
  rules: z.array(rule),
  reason: z.string().optional(),
});

const LANGUAGES = { ZH_HANS: 'zhHans', ZH_HANT: 'zhHant', EN: 'en' } as const;

/** A place of the linter as the document names it. */
function placeOf(path: string): string {
  return path.replace(/\.(ZH_HANS|ZH_HANT|EN)$/, (_, language: keyof typeof LANGUAGES) => {
    return `.${LANGUAGES[language]}`;
  });
}

/**
 * What is wrong with a policy that is written down as `proposePolicy` takes it, as far as the
 * document alone tells: whether it fits the region's other versions is seen when it is proposed.
 */
export function lintPolicyDocument(text: string, now: Date): readonly DocumentFault[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? ` ${error.message}` : '';
    return [{ path: '', message: `This is not JSON.${detail}` }];
  }
  const parsed = document.safeParse(given(json));
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => ({
      ...{ path: path.map(String).join('.'), message },
    }));
  }
  const { region, validFrom, validTo, statusMaxAgeMinutes, rules } = parsed.data;
  const policy = { region, validFrom, validTo, statusMaxAgeMinutes, rules };
  return lintAlone(policy, now).map(({ path, message }) => ({ path: placeOf(path), message }));
}
