import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, Query } from 'type-graphql';
import { AFTER, FIRST, IN_LANGUAGE } from '../../kit/graphql/arguments.ts';
import { Resolver, Root } from 'type-graphql';
import { allowedActions } from '../../kit/allowed-action.ts';
import { AllowedActionType } from '../../kit/graphql/allowed-action.type.ts';
import { AssumedSize, Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { Language } from '../../kit/graphql/language.enum.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import { qrPng, qrSvg } from '../../kit/qr.ts';
import type { CodesContext } from '../context.ts';
import type { HealthCode } from '../domain/code/health-code.ts';
import { againstIssuing, againstWithdrawing } from '../domain/code/code-actions.ts';
import type { IssuedCode } from '../domain/code/issue-code.ts';
import { CodeKind, PaperFormatEnum } from './code.enum.ts';
import type { ColorDecisionType } from './health-code.type.ts';
import { ColorDecisionConnectionType } from './health-code.type.ts';
import { HealthCodeType, IssuedCodeType, ResidentReference } from './health-code.type.ts';
import { paperPdf, type PaperFormat } from './paper-pdf.ts';

const READERS = [['code:read'], ['self']];

/** Which code to make. */
@InputType({ description: 'Whose code to make, and of which kind.' })
export class IssueCodeInput {
  @Field(() => ID, {
    description: "Your own registration or a ward's; for an official, anybody's in your regions.",
  })
  residentId!: string;

  @Field(() => CodeKind, { defaultValue: 'DYNAMIC', description: 'How it is to be shown.' })
  kind!: CodeKind;

  @Field(() => Int, { nullable: true, description: 'Days a paper code lives: 30 to 90.' })
  paperDays?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Of a DYNAMIC code: the holder's Ed25519 public key, 32 bytes, base64url. With it the holder shows the code as a live presentation (HCP1), which a picture cannot be.",
  })
  holderKey?: string | null;
}

/** Which code's texts to void, and why. */
@InputType({ description: "Which code's texts to void, and why." })
export class WithdrawCodeInput {
  @Field(() => ID, { description: 'A code of one of your regions.' })
  codeId!: string;

  @Field(() => String, { description: 'At least six characters.' })
  reason!: string;
}

/** Codes: reading, making, voiding. */
@Resolver(() => HealthCodeType)
export class HealthCodeResolver {
  @Query(() => HealthCodeType, { nullable: true, description: 'One code by its id.' })
  @Scopes(...READERS)
  healthCode(
    @Arg('id', () => ID, { description: 'Id of a code.' }) id: string,
    @Ctx() { codeById }: CodesContext,
  ): Promise<HealthCode | null> {
    return codeById.load(id);
  }

  @Mutation(() => IssuedCodeType, {
    description: "Makes a code's text. GB/T 38963: make code, call code.",
  })
  @Scopes(['self'], ['code:issue'])
  @Cost(10)
  issueCode(
    @Arg('input', () => IssueCodeInput, { description: 'Whose code, and of which kind.' })
    input: IssueCodeInput,
    @Ctx() { issuing, identity }: CodesContext,
  ): Promise<IssuedCode> {
    return issuing.issue(input, identity);
  }

  @Mutation(() => HealthCodeType, {
    description: 'Voids every text issued for a code so far; a new one can be issued.',
  })
  @Scopes(['code:withdraw'])
  @Cost(10)
  withdrawCode(
    @Arg('input', () => WithdrawCodeInput, { description: 'Which code, and why.' })
    { codeId, reason }: WithdrawCodeInput,
    @Ctx() { issuing, identity }: CodesContext,
  ): Promise<HealthCode> {
    return issuing.withdraw(codeId, reason, identity);
  }

  @FieldResolver(() => ResidentReference, { description: 'Whose code it is.' })
  @Scopes(...READERS)
  resident(@Root() { residentId }: HealthCode): ResidentReference {
    return { id: residentId };
  }

  @FieldResolver(() => ColorDecisionConnectionType, { description: 'Newest first.' })
  @Scopes(...READERS)
  @ListSizeByFirst()
  async decisions(
    @Root() code: HealthCode,
    @Arg('first', () => Int, { defaultValue: 10, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { codes }: CodesContext,
  ): Promise<Connection<ColorDecisionType>> {
    const page = pageOf(first, after);
    const rows = await codes.decisions(code, page);
    return connectionOf(rows, page, (row) => [row.decidedAt.toISOString(), row.id]);
  }
}

/** What can be done with a code. */
@Resolver(() => HealthCodeType)
export class CodeActionsResolver {
  @FieldResolver(() => [AllowedActionType], { description: 'What whoever asks may do with it.' })
  @AssumedSize(2)
  allowedActions(@Root() code: HealthCode, @Ctx() { identity }: CodesContext): AllowedActionType[] {
    return allowedActions({
      issueCode: () => againstIssuing(code, identity),
      withdrawCode: () => againstWithdrawing(code, identity),
    });
  }
}

/** Pictures of an issued code. */
@Resolver(() => IssuedCodeType)
export class IssuedCodeResolver {
  @FieldResolver(() => String, { description: 'QR code as an SVG document.' })
  svg(@Root() { text }: IssuedCode): Promise<string> {
    return qrSvg(text);
  }

  @FieldResolver(() => String, { description: 'QR code as a PNG file, base64.' })
  png(@Root() { text }: IssuedCode): Promise<string> {
    return qrPng(text);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'A PAPER code to be printed, PDF, base64; null for others.',
  })
  @Cost(20)
  async pdf(
    @Root() { kind, text, code, issuedAt, expiresAt }: IssuedCode,
    @Arg('language', () => Language, IN_LANGUAGE) language: Language,
    @Arg('format', () => PaperFormatEnum, { defaultValue: 'A4', description: 'Size of the paper.' })
    format: PaperFormat,
    @Ctx() { reference }: CodesContext,
  ): Promise<string | null> {
    const { region, maskedName, birthMonthDay } = code;
    const names = reference().regions.get(region)?.names;
    if (kind !== 'PAPER' || !names || maskedName === null || birthMonthDay === null) return null;
    const paper = { text, region: names, maskedName, birthMonthDay, issuedAt, expiresAt };
    return (await paperPdf(paper, language, format)).toString('base64');
  }
}

/** The code of a resident. */
@Resolver(() => ResidentReference)
export class ResidentCodeResolver {
  @FieldResolver(() => HealthCodeType, { nullable: true, description: "The resident's code." })
  @Scopes(...READERS, ['support:read'])
  code(
    @Root() { id }: ResidentReference,
    @Ctx() { codeByResident }: CodesContext,
  ): Promise<HealthCode | null> {
    return codeByResident.load(id);
  }
}
