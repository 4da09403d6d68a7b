import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { IN_LANGUAGE } from '../../kit/graphql/arguments.ts';
import { Cost, Scopes } from '../../kit/graphql/directives.ts';
import { Language } from '../../kit/graphql/language.enum.ts';
import type { CodesContext } from '../context.ts';
import type { ColorDecision, HealthCode } from '../domain/code/health-code.ts';
import type { Standing } from '../domain/code/standing.ts';
import type { NextStep, Reason } from '../domain/color/decision.ts';
import type { Policy } from '../domain/color/policy.ts';
import { nextStepTexts } from '../domain/color/next-step-texts.ts';
import type { Texts } from '../domain/texts.ts';
import { CodeStandingType, ColorDecisionType, DecisionReasonType } from './health-code.type.ts';
import { HealthCodeType, NextStepType } from './health-code.type.ts';

type Explained = Pick<ColorDecision, 'region' | 'policyVersion' | 'reasons'>;

function reasonsInWords(
  { reasons, region, policyVersion }: Explained,
  policies: readonly Policy[],
): (Reason & { texts: Texts | null })[] {
  const rules = policies.find(
    (policy) => policy.region === region && policy.version === policyVersion,
  )?.rules;
  return reasons.map((reason) => ({
    ...reason,
    texts: rules?.find(({ id }) => id === reason.ruleId)?.text ?? null,
  }));
}

function stepInWords(step: NextStep): NextStepType {
  return {
    kind: step.kind,
    until: 'until' in step ? step.until : null,
    notBefore: 'notBefore' in step ? step.notBefore : null,
    remaining: 'remaining' in step ? step.remaining : null,
    thenAt: step.then?.at ?? null,
    thenColor: step.then?.color ?? null,
    texts: nextStepTexts(step),
  };
}

/** Decisions with their reasons in words. */
@Resolver(() => ColorDecisionType)
export class ColorDecisionResolver {
  @FieldResolver(() => [DecisionReasonType], {
    description: 'Every rule that held, by its id; empty when none did.',
  })
  reasons(
    @Root() decision: ColorDecision,
    @Ctx() { reference }: CodesContext,
  ): DecisionReasonType[] {
    return reasonsInWords(decision, reference().policies);
  }

  @FieldResolver(() => [NextStepType], {
    description: 'What led out when it was decided.',
  })
  nextSteps(@Root() { nextSteps }: ColorDecision): NextStepType[] {
    return nextSteps.map(stepInWords);
  }
}

/** Why a code is as it is, and what leads out, now. */
@Resolver(() => HealthCodeType)
export class StandingOfCodeResolver {
  @FieldResolver(() => CodeStandingType, {
    nullable: true,
    description: 'As the facts stand now; null while it waits for a decision.',
  })
  @Scopes(['code:read'], ['support:read'], ['self'])
  @Cost(5)
  standing(@Root() code: HealthCode, @Ctx() { standing }: CodesContext): Promise<Standing | null> {
    return standing(code);
  }
}

/** A standing with its reasons in words. */
@Resolver(() => CodeStandingType)
export class CodeStandingResolver {
  @FieldResolver(() => [DecisionReasonType], {
    description: 'Every rule that holds, by its id; empty when none does.',
  })
  @Scopes(['code:read'], ['self'])
  reasons(@Root() standing: Standing, @Ctx() { reference }: CodesContext): DecisionReasonType[] {
    return reasonsInWords(standing, reference().policies);
  }

  @FieldResolver(() => [NextStepType], {
    description: 'What leads out; done, nobody need be asked.',
  })
  nextSteps(@Root() { nextSteps }: Standing): NextStepType[] {
    return nextSteps.map(stepInWords);
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
    @Arg('language', () => Language, IN_LANGUAGE) language: Language,
  ): string | null {
    return inLanguage(texts ?? null, language);
  }
}

/** The words of a step. */
@Resolver(() => NextStepType)
export class NextStepResolver {
  @FieldResolver(() => String, { description: 'The step in words.' })
  text(
    @Root() { texts }: NextStepType,
    @Arg('language', () => Language, IN_LANGUAGE) language: Language,
  ): string {
    return texts[language];
  }
}
