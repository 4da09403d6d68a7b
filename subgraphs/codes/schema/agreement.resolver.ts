import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST } from '../../kit/graphql/arguments.ts';
import { AssumedSize, Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { connectionOf, pageOf, type Connection } from '../../kit/page.ts';
import { shownProposal } from '../../kit/proposal/proposal.resolver.ts';
import { ProposalType } from '../../kit/proposal/proposal.type.ts';
import type { CodesContext } from '../context.ts';
import type { Trial } from '../domain/agreement/agreements.ts';
import { COLORS } from '../domain/color/color.ts';
import type { Agreement } from '../domain/recognition/agreement.ts';
import type { ReferenceData } from '../domain/recognition/reference.ts';
import { AgreementTrialType, TRIAL_READERS } from './agreement-trial.type.ts';
import {
  AgreementReasonInput,
  AgreementTermsInput,
  ProposeAgreementInput,
  readTerms,
} from './agreement.input.ts';
import {
  AGREEMENT_READERS,
  AgreementColorType,
  AgreementConnectionType,
  AgreementDraftType,
  AgreementType,
} from './agreement.type.ts';
import { RegionType } from './region.type.ts';

/** Agreements: their versions, and what is proposed. */
@Resolver()
export class AgreementResolver {
  @Query(() => AgreementConnectionType, {
    description: 'Agreements by pair, the newest version first; the same for everyone.',
  })
  @Scopes(...AGREEMENT_READERS)
  @ListSizeByFirst()
  async agreements(
    @Arg('region', () => ID, { nullable: true, description: 'Receiver or issuer. Null: all.' })
    region: string | null,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { agreements, identity }: CodesContext,
  ): Promise<Connection<AgreementType>> {
    const page = pageOf(first, after);
    const rows = await agreements.list(region ?? null, page, identity);
    return connectionOf(rows, page, ({ receiver, issuer, version }) => [
      ...[receiver, issuer, String(version)],
    ]);
  }

  @Query(() => AgreementType, { description: 'One version of an agreement.' })
  @Scopes(...AGREEMENT_READERS)
  agreement(
    @Arg('id', () => ID, { description: 'Receiver, issuer and version, such as 510000-330000-2.' })
    id: string,
    @Ctx() { agreements, identity }: CodesContext,
  ): Promise<AgreementType> {
    return agreements.find(id, identity);
  }

  @Query(() => AgreementDraftType, {
    description: 'Terms as they were proposed: what a proposal of the kind AGREEMENT is about.',
  })
  @Scopes(...AGREEMENT_READERS)
  agreementDraft(
    @Arg('id', () => ID, {
      description: 'What the proposal names as `about`; one whose receiver is within your grants.',
    })
    id: string,
    @Ctx() { agreements, identity }: CodesContext,
  ): Promise<AgreementDraftType> {
    return agreements.draft(id, identity);
  }

  @Query(() => AgreementTrialType, {
    description: 'What terms would do over anonymous counts, and what is wrong with them.',
  })
  @Scopes(...TRIAL_READERS)
  @Cost(10)
  tryAgreement(
    @Arg('input', () => AgreementTermsInput, {
      description: 'Terms of a receiver within your grants.',
    })
    input: AgreementTermsInput,
    @Ctx() { agreements, identity }: CodesContext,
  ): Promise<Trial> {
    return agreements.trial(readTerms(input), identity);
  }

  @Mutation(() => ProposalType, {
    description:
      'Proposes to offer an agreement, with what it would do counted; another official of the receiver decides.',
  })
  @Scopes(['agreement:manage'])
  @Cost(50)
  async proposeAgreement(
    @Arg('input', () => ProposeAgreementInput, { description: 'The terms, and why.' })
    input: ProposeAgreementInput,
    @Ctx() context: CodesContext,
  ): Promise<ProposalType> {
    const { agreements, identity } = context;
    const made = await agreements.proposeOffer(readTerms(input), input.reason, identity);
    return shownProposal(made, context, 'Codes');
  }

  @Mutation(() => ProposalType, {
    description: 'Proposes to accept an offer; another official of the issuer decides.',
  })
  @Scopes(['agreement:manage'])
  @Cost(50)
  async proposeAgreementAcceptance(
    @Arg('input', () => AgreementReasonInput, {
      description: 'Which offer, and why; one to a region within your grants.',
    })
    input: AgreementReasonInput,
    @Ctx() context: CodesContext,
  ): Promise<ProposalType> {
    const { agreements, identity } = context;
    const made = await agreements.proposeAcceptance(input.id, input.reason, identity);
    return shownProposal(made, context, 'Codes');
  }

  @Mutation(() => AgreementType, {
    description: 'Withdraws a version, or refuses an offer, for either side: at once and alone.',
  })
  @Scopes(['agreement:manage'])
  @Cost(10)
  withdrawAgreement(
    @Arg('input', () => AgreementReasonInput, {
      description: 'Which version, and why; a region within your grants is a side of it.',
    })
    { id, reason }: AgreementReasonInput,
    @Ctx() { agreements, identity }: CodesContext,
  ): Promise<AgreementType> {
    return agreements.withdraw(id, reason, identity);
  }
}

/** A region by its id; one that is not known here goes by its id. */
function regionOf({ regions }: ReferenceData, id: string): RegionType {
  return regions.get(id) ?? { id, names: { ZH_HANS: id, ZH_HANT: id, EN: id } };
}

const places = new Map<string, number>(COLORS.map((color, at) => [color, at]));

/** Our three first, then the issuer's further ones by name: maps are kept in no order. */
function colorsOf(colorMap: Agreement['colorMap']): AgreementColorType[] {
  const placeOf = ({ issued }: AgreementColorType) => places.get(issued) ?? COLORS.length;
  return Object.entries(colorMap)
    .flatMap(([issued, color]) => (color ? [{ issued, color }] : []))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || (a.issued < b.issued ? -1 : 1));
}

/** The sides and the colors of a version. */
@Resolver(() => AgreementType)
export class AgreementFieldsResolver {
  @FieldResolver(() => RegionType, { description: 'The region that accepts.' })
  receiver(@Root() one: AgreementType, @Ctx() { reference }: CodesContext): RegionType {
    return regionOf(reference(), one.receiver);
  }

  @FieldResolver(() => RegionType, { description: 'The region whose codes are accepted.' })
  issuer(@Root() one: AgreementType, @Ctx() { reference }: CodesContext): RegionType {
    return regionOf(reference(), one.issuer);
  }

  @FieldResolver(() => [AgreementColorType], { description: 'Of DIRECT; others have none.' })
  @AssumedSize(4)
  colorMap(@Root() one: AgreementType): AgreementColorType[] {
    return colorsOf(one.colorMap);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether a key of the receiver that still holds signed it.',
  })
  signedByReceiver(@Root() { signedBy }: AgreementType): boolean {
    return signedBy.receiver;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether a key of the issuer that still holds signed it; false while it is an offer.',
  })
  signedByIssuer(@Root() { signedBy }: AgreementType): boolean {
    return signedBy.issuer;
  }
}

/** The sides and the colors of proposed terms. */
@Resolver(() => AgreementDraftType)
export class AgreementDraftFieldsResolver {
  @FieldResolver(() => RegionType, { description: 'The region that accepts.' })
  receiver(@Root() one: AgreementDraftType, @Ctx() { reference }: CodesContext): RegionType {
    return regionOf(reference(), one.receiver);
  }

  @FieldResolver(() => RegionType, { description: 'The region whose codes are accepted.' })
  issuer(@Root() one: AgreementDraftType, @Ctx() { reference }: CodesContext): RegionType {
    return regionOf(reference(), one.issuer);
  }

  @FieldResolver(() => [AgreementColorType], {
    description: 'Of DIRECT; others have none. Our three colors first, then further ones by name.',
  })
  @AssumedSize(4)
  colorMap(@Root() one: AgreementDraftType): AgreementColorType[] {
    return colorsOf(one.colorMap);
  }
}
