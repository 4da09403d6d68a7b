import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AFTER, FIRST } from '../../kit/graphql/arguments.ts';
import { Authenticated, Cost, ListSizeByFirst, Scopes } from '../../kit/graphql/directives.ts';
import { requireRegion } from '../../kit/identity.ts';
import { connectionOf, pageOf, shownConnection, type Connection } from '../../kit/page.ts';
import { NATION } from '../../kit/standards/gbt2260.ts';
import type { TravelHistoryContext } from '../context.ts';
import type { ExposureProgress, KeptBulletin, RiskArea } from '../domain/bulletin/kept-bulletin.ts';
import {
  BulletinConnectionType,
  BulletinType,
  ExposureProgressType,
  ImportBulletinInput,
  RiskAreaConnectionType,
  RiskLevel,
} from './bulletin.type.ts';

const READERS = [['bulletin:import'], ['bulletin:approve'], ['statistics:read']];

/** A bulletin as the graph shows it. */
export function shownBulletin({ listed, movement, ...bulletin }: KeptBulletin): BulletinType {
  const { HIGH: high, MEDIUM: medium, LOW: low } = listed;
  const { lifted, raised } = movement;
  return { ...bulletin, counts: { high, medium, low }, lifted, raised };
}

/** Bulletins of risk areas, and the areas they make. */
@Resolver(() => BulletinType)
export class BulletinResolver {
  @Mutation(() => BulletinType, {
    description:
      'Imports a national bulletin. One that looks wrong is held for two people, and changes nothing until then; the same content again changes nothing.',
  })
  @Scopes(['bulletin:import'])
  @Cost(50)
  async importBulletin(
    @Arg('input', () => ImportBulletinInput, { description: 'The bulletin as it was published.' })
    { content }: ImportBulletinInput,
    @Ctx() { readUpload, importing, identity }: TravelHistoryContext,
  ): Promise<BulletinType> {
    requireRegion(identity, NATION); // before anything large is read
    return shownBulletin(await importing.import(await readUpload(content), identity));
  }

  @Query(() => BulletinConnectionType, {
    description: 'Bulletins that were imported, newest first.',
  })
  @Scopes(...READERS)
  @ListSizeByFirst()
  async bulletins(
    @Arg('first', () => Int, { defaultValue: 20, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { bulletins }: TravelHistoryContext,
  ): Promise<Connection<BulletinType>> {
    const page = pageOf(first, after);
    return shownConnection(
      await bulletins.list(page),
      page,
      ({ publishedAt, id }) => [publishedAt.toISOString(), id],
      shownBulletin,
    );
  }

  @Query(() => BulletinType, { nullable: true, description: 'One bulletin.' })
  @Scopes(...READERS)
  async bulletin(
    @Arg('id', () => ID, { description: 'Id of the bulletin.' }) id: string,
    @Ctx() { bulletins }: TravelHistoryContext,
  ): Promise<BulletinType | null> {
    const found = await bulletins.find(id);
    return found && shownBulletin(found);
  }

  @FieldResolver(() => ExposureProgressType, {
    nullable: true,
    description: 'Null while it changes nothing.',
  })
  progress(
    @Root() { id }: BulletinType,
    @Ctx() { progress }: TravelHistoryContext,
  ): Promise<ExposureProgress | null> {
    return progress.load(id);
  }

  @Query(() => RiskAreaConnectionType, {
    description: 'Areas of risk that stood at an instant, in a stable order.',
  })
  @Authenticated()
  @ListSizeByFirst()
  async riskAreas(
    @Arg('level', () => RiskLevel, { nullable: true, description: 'Null: every level.' })
    level: RiskLevel | null,
    @Arg('division', () => ID, { nullable: true, description: 'GB/T 2260: in it and below.' })
    division: string | null,
    @Arg('at', () => Date, { nullable: true, description: 'Default: now.' }) at: Date | null,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() { bulletins, now }: TravelHistoryContext,
  ): Promise<Connection<RiskArea>> {
    const page = pageOf(first, after);
    const filter = { level: level ?? null, division: division ?? null, at: at ?? now() };
    return connectionOf(await bulletins.riskAreas(filter, page), page, ({ id }) => [id]);
  }
}
