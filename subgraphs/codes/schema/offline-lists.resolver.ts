import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Cost, Scopes } from '../../kit/graphql/directives.ts';
import type { CodesContext } from '../context.ts';
import type { OfferedList } from '../domain/lists/offline-lists.ts';
import { OfflineListsType, type SignedListType } from './offline-lists.type.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function shown({ etag, body }: OfferedList): SignedListType {
  return { etag, body: body && base64(body) };
}

/** Lists for verifiers that work with no network. */
@Resolver(() => OfflineListsType)
export class OfflineListsResolver {
  @Query(() => OfflineListsType, {
    description:
      'Signed lists for recognizing codes with no network. To be asked for on a schedule, about once a minute, never on a scan.',
  })
  @Scopes(['code:verify'])
  @Cost(20)
  async offlineLists(
    @Arg('region', () => ID, { description: 'Division where codes are presented.' }) region: string,
    @Arg('have', () => [String], {
      defaultValue: [],
      description: 'Etags of lists that need no body.',
    })
    have: string[],
    @Ctx() { offlineLists, identity }: CodesContext,
  ): Promise<OfflineListsType> {
    const lists = await offlineLists.for(region, have, identity);
    const { environment, threshold, roots } = lists.trustRoots;
    return {
      ...{ region: lists.region, trustList: lists.trustList && shown(lists.trustList) },
      trustRoots: { environment, threshold, keys: roots.map(({ spki }) => base64(spki)) },
      ...{ terms: lists.terms.map(shown), agreements: lists.agreements.map(shown) },
      ...{ statements: lists.statements.map(shown), statusLists: lists.statusLists.map(shown) },
      evidence: lists.evidence.map(shown),
    };
  }
}
