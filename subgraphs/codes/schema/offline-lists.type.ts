import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Scopes } from '../../kit/graphql/directives.ts';

/** A signed list. */
@ObjectType('SignedList', { description: 'A signed list: COSE, to be verified before it is used.' })
@Scopes(['code:verify'])
export class SignedListType {
  @Field(() => String, { description: 'SHA-256 of the list, hexadecimal.' })
  etag!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Base64. Null where `have` names its etag.',
  })
  body!: string | null;
}

/** Whom trust lists are to be signed by. */
@ObjectType('TrustRoots', { description: 'Whose signatures a trust list needs.' })
@Scopes(['code:verify'])
export class TrustRootsType {
  @Field(() => String, {
    description: '`production` or `demo`; verifiers of one refuse the other.',
  })
  environment!: string;

  @Field(() => Int, { description: 'How many of the roots must have signed.' })
  threshold!: number;

  @Field(() => [String], { description: 'Public keys: SubjectPublicKeyInfo, DER, base64.' })
  keys!: string[];
}

/** Everything a verifier needs to recognize codes with no network. */
@ObjectType('OfflineLists', {
  description: 'Everything that recognizing codes in one region needs with no network.',
})
@Scopes(['code:verify'])
export class OfflineListsType {
  @Field(() => ID, { description: 'The region whose verdicts they give.' })
  region!: string;

  @Field(() => TrustRootsType, {
    description: 'For devices that trust this address; others bring the roots along.',
  })
  trustRoots!: TrustRootsType;

  @Field(() => SignedListType, { nullable: true, description: 'Null before the first one.' })
  trustList!: SignedListType | null;

  @Field(() => [SignedListType], {
    description: 'Policies and agreements that the region goes by.',
  })
  terms!: SignedListType[];

  @Field(() => [SignedListType], { description: 'Agreements as both sides signed them.' })
  agreements!: SignedListType[];

  @Field(() => [SignedListType], {
    description: 'What each issuer says of its status lists and of what is withdrawn.',
  })
  statements!: SignedListType[];

  @Field(() => [SignedListType], {
    description: 'Status lists (IETF status list tokens in CBOR), one per issuer, use and day.',
  })
  statusLists!: SignedListType[];

  @Field(() => [SignedListType], {
    description:
      'Days of evidence that issuers share with the region about live tokens, where its agreements ask for it.',
  })
  evidence!: SignedListType[];
}
