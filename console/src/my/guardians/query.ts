import { graphql } from '../../gql/gql.ts';
import type { MyGuardiansQuery } from '../../gql/graphql.ts';

/** Who acts for whom, asked apart from the household: the first page has no need of it. */
export const myGuardians = graphql(`
  query MyGuardians {
    myResidents {
      id
      state
      maskedName
      birthDate
      guardianId
      guardianship {
        guardianName
        until
        renewalAskedAt
        renewalRefusal
      }
    }
  }
`);

/** Ends a guardianship, whichever side asks. */
export const endGuardianship = graphql(`
  mutation MyEndGuardianship($input: EndGuardianshipInput!) {
    endGuardianship(input: $input) {
      id
    }
  }
`);

/** A registration with who acts for its person. */
export type Guarded = MyGuardiansQuery['myResidents'][number];

/** From this age on a person agrees themselves to whoever acts for them. */
export const AGREES_FROM_YEARS = 14;
