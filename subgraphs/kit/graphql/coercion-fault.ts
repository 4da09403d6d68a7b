/** What an engine says of a variable that has the wrong shape, without the value it had. */
export interface CoercionFault {
  readonly message: string;
  /** Where, such as `input.results[3].documentNumber`. */
  readonly field: string;
}

const BEGINS = /^Variable "\$(\w+)" got invalid value /;
const PLACES = / at "([\w.[\]]+)"; /g;
// What may be said of the type; whatever else stands there may hold the value.
const DETAIL =
  /(?:Field "\w+" (?:of required type "[\w![\]]+" was not provided|is not defined by type "\w+")|Expected (?:non-nullable )?type "[\w![\]]+"(?: not to be null| to be an object)?)\./g;

/**
 * Reads a coercion error of graphql-js. Its own words repeat the whole value: a document number,
 * a name. Null for any other message.
 */
export function coercionFault(message: string): CoercionFault | null {
  const [begins, variable] = BEGINS.exec(message) ?? [];
  if (begins === undefined || variable === undefined) return null;
  const places = [...message.matchAll(PLACES)].map(([, place = '']) => place);
  const field = places.find((place) => /^\w+/.exec(place)?.[0] === variable) ?? variable;
  const detail = [...message.matchAll(DETAIL)].at(-1)?.[0];
  const says = `The variable has an invalid value at "${field}".`;
  return { message: detail === undefined ? says : `${says} ${detail}`, field };
}
