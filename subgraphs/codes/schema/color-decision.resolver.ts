import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Language } from '../../kit/graphql/language.enum.ts';
import type { CodesContext } from '../context.ts';
import type { ColorDecision } from '../domain/code/health-code.ts';
import type { NextStep } from '../domain/color/decision.ts';
import { nextStepTexts } from '../domain/color/next-step-texts.ts';
import type { Texts } from '../domain/texts.ts';
import { ColorDecisionType, DecisionReasonType, NextStepType } from './health-code.type.ts';

/** Decisions with their reasons in words. */
@Resolver(() => ColorDecisionType)
export class ColorDecisionResolver {
  @FieldResolver(() => [DecisionReasonType])
  reasons(
    @Root() { reasons, region, policyVersion }: ColorDecision,
    @Ctx() { reference }: CodesContext,
  ): DecisionReasonType[] {
    const rules = reference().policies.find(
      (policy) => policy.region === region && policy.version === policyVersion,
    )?.rules;
    return reasons.map((reason) => ({
      ...reason,
      texts: rules?.find(({ id }) => id === reason.ruleId)?.text ?? null,
    }));
  }

  @FieldResolver(() => [NextStepType], {
    description: 'What leads out; done, nobody need be asked.',
  })
  nextSteps(@Root() { nextSteps }: ColorDecision): NextStepType[] {
    return nextSteps.map((step) => ({
      kind: step.kind,
      until: 'until' in step ? step.until : null,
      notBefore: 'notBefore' in step ? step.notBefore : null,
      remaining: 'remaining' in step ? step.remaining : null,
      texts: nextStepTexts(step satisfies NextStep),
    }));
  }
}

function inLanguage(texts: Texts | null, language: Language): string | null {
  return texts?.[language] ?? null;
}

/** The words of a reason. */
@Resolver(() => DecisionReasonType)
export class DecisionReasonResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The rule in words; null when its policy is no longer kept.',
  })
  text(
    @Root() { texts }: DecisionReasonType,
    @Arg('language', () => Language, { defaultValue: Language.ZH_HANS }) language: Language,
  ): string | null {
    return inLanguage(texts ?? null, language);
  }
}

/** The words of a step. */
@Resolver(() => NextStepType)
export class NextStepResolver {
  @FieldResolver(() => String)
  text(
    @Root() { texts }: NextStepType,
    @Arg('language', () => Language, { defaultValue: Language.ZH_HANS }) language: Language,
  ): string {
    return texts[language];
  }
}
