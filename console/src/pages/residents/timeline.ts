import type {
  ResidentCodeQuery,
  ResidentHealthQuery,
  ResidentPageQuery,
  ResidentTravelQuery,
} from '../../gql/graphql.ts';

type Person = NonNullable<ResidentPageQuery['resident']>;
type Health = NonNullable<ResidentHealthQuery['resident']>;
type Travel = NonNullable<ResidentTravelQuery['resident']>;
type Code = NonNullable<ResidentCodeQuery['resident']>['code'];
type Decision = NonNullable<Code>['decisions']['nodes'][number];

/** One thing that happened to or about a resident. */
export type TimelineEntry = { readonly id: string; readonly at: string } & (
  | { readonly kind: 'DECISION'; readonly of: Decision }
  | { readonly kind: 'DECLARATION'; readonly of: Health['declarations']['nodes'][number] }
  | { readonly kind: 'TEST'; readonly of: Health['tests']['nodes'][number] }
  | { readonly kind: 'CHECK_IN'; readonly of: Health['checkIns']['nodes'][number] }
  | { readonly kind: 'ISOLATION'; readonly of: Health['isolationOrders']['nodes'][number] }
  | { readonly kind: 'CONTACT'; readonly of: Health['contactNotices']['nodes'][number] }
  | { readonly kind: 'VACCINATION'; readonly of: Health['vaccinations']['nodes'][number] }
  | { readonly kind: 'TRIP'; readonly of: Travel['trips']['nodes'][number] }
  | { readonly kind: 'STAY'; readonly of: Travel['stays']['nodes'][number] }
  | { readonly kind: 'REGISTRATION'; readonly of: Pick<Person, 'state' | 'reviewReason'> }
);

/** Kinds of entries, in the order of the filter. */
export const TIMELINE_KINDS = [
  ...(['DECISION', 'DECLARATION', 'TEST', 'CHECK_IN', 'STAY', 'TRIP', 'ISOLATION'] as const),
  ...(['CONTACT', 'VACCINATION', 'REGISTRATION'] as const),
];
/** A kind of entry. */
export type TimelineKind = TimelineEntry['kind'];

/** What is known of a resident, as far as the viewer may see it. */
export interface TimelineFacts {
  readonly person: Pick<Person, 'id' | 'receivedAt' | 'reviewedAt' | 'state' | 'reviewReason'>;
  readonly code?: { readonly decisions: { readonly nodes: readonly Decision[] } } | null;
  readonly health?: Health | null | undefined;
  readonly travel?: Travel | null | undefined;
}

/** Everything that is known of a resident, newest first; each entry at the time it is about. */
export function timelineOf({ person, code, health, travel }: TimelineFacts): TimelineEntry[] {
  const { state, reviewReason } = person;
  const entries: TimelineEntry[] = [
    {
      ...{ id: person.id, kind: 'REGISTRATION' as const },
      ...{ at: person.reviewedAt ?? person.receivedAt, of: { state, reviewReason } },
    },
    ...(code?.decisions.nodes ?? []).map((of) => ({
      ...{ id: of.id, kind: 'DECISION' as const, at: of.decidedAt, of },
    })),
    ...(health?.declarations.nodes ?? []).map((of) => ({
      ...{ id: of.id, kind: 'DECLARATION' as const, at: of.declaredAt, of },
    })),
    ...(health?.tests.nodes ?? []).map((of) => ({
      ...{ id: of.id, kind: 'TEST' as const, at: of.sampleCollectedAt, of },
    })),
    ...(health?.checkIns.nodes ?? []).map((of) => ({
      ...{ id: of.id, kind: 'CHECK_IN' as const, at: of.at, of },
    })),
    ...(health?.isolationOrders.nodes ?? []).map((of) => ({
      ...{ id: of.id, kind: 'ISOLATION' as const, at: of.from, of },
    })),
    ...(health?.contactNotices.nodes ?? []).map((of) => ({
      ...{ id: of.id, kind: 'CONTACT' as const, at: of.noticedAt, of },
    })),
    ...(health?.vaccinations.nodes ?? []).map((of) => ({
      ...{ id: of.id, kind: 'VACCINATION' as const, of },
      at: `${of.vaccinatedOn}T00:00:00.000+08:00`,
    })),
    ...(travel?.trips.nodes ?? []).map((of) => ({
      ...{ id: of.id, kind: 'TRIP' as const, at: of.arrivedAt, of },
    })),
    ...(travel?.stays.nodes ?? []).map((of) => ({
      ...{ id: of.id, kind: 'STAY' as const, at: of.arrivedAt, of },
    })),
  ];
  return entries.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** Divisions that stays and trips name. */
export function divisionsOf(travel: Travel | null | undefined): string[] {
  const ends = (travel?.trips.nodes ?? []).flatMap(({ from, to }) => [from, to]);
  return [...(travel?.stays.nodes ?? []), ...ends].flatMap(({ division }) => division ?? []);
}
