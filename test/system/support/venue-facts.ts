import { done } from './done.ts';
import { attacker, sendAs, type AttackedRegion } from './personas.ts';

/** What a venue with an outbreak needs. */
interface VenueNeeds {
  readonly division: string;
  /** Who visits it, each for themselves. */
  readonly own: Readonly<Record<'RESIDENT' | 'GUARDIAN', { readonly residentId: string }>>;
  /** A detected result. */
  readonly testResultId: string;
}

/** A venue of a region with a visit of each who is signed in, and an outbreak before they came. */
export async function venueIn(region: AttackedRegion, { division, own, testResultId }: VenueNeeds) {
  const { id: venueId } = await done(
    'CASE_OFFICER',
    region,
    'mutation($input: AddVenueInput!) { addVenue(input: $input) { id } }',
    { region, division, name: '样例市场' },
  );
  const query = 'query($id: ID!) { venueCode(venueId: $id) { text } }';
  const { data } = await sendAs(attacker('CASE_OFFICER', region), query, { id: venueId });
  const venueCode: string = data.venueCode.text;
  const visits: Record<string, string> = {};
  for (const persona of ['RESIDENT', 'GUARDIAN'] as const) {
    const { residentId } = own[persona];
    const visit = await done(
      persona,
      region,
      'mutation($input: VisitVenueInput!) { visitVenue(input: $input) { id } }',
      { residentId, code: venueCode },
    );
    visits[residentId] = visit.id as string;
  }
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const outbreak = await done(
    'CASE_OFFICER',
    region,
    'mutation($input: DeclareOutbreakInput!) { declareOutbreak(input: $input) { id } }',
    {
      ...{ venueId, testResultId, from: ago(12), until: ago(11) },
      reason: 'for the tests of access',
    },
  );
  return {
    ...{ venueId: venueId as string, venueCode, visits },
    outbreakId: outbreak.id as string,
  };
}
