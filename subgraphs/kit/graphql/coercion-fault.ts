/** What an engine says of a variable or an argument that has the wrong shape, without the value it had. */
export interface CoercionFault {
  readonly message: string;
  /** Where, such as `input.results[3].documentNumber`; of an argument its name. */
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

const OF_ARGUMENT =
  /^Argument "(\w+)" (of non-null type "[\w![\]]+" must not be null\.|has invalid value )/;

/** What is said of an argument that is null, or holds it, where none may be. */
export function nullArgument(name: string, isNull: boolean): CoercionFault {
  const says = isNull ? 'may not be null.' : 'holds null where none may be.';
  return { message: `The argument "${name}" ${says}`, field: name };
}

/**
 * Reads what graphql-js says of an argument, which may repeat what the document has in it. A valid
 * document comes to that by one thing alone: a variable that is null, and may be, where a default
 * stands for one that is not given. Null for any other message. Source: GraphQL, 5.8.5, 6.4.1.
 */
export function argumentFault(message: string): CoercionFault | null {
  const [, name, says] = OF_ARGUMENT.exec(message) ?? [];
  return name === undefined ? null : nullArgument(name, says !== 'has invalid value ');
}
