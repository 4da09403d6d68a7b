import { Directive } from 'type-graphql';

/**
 * Needs these scopes: an OR of ANDs, as `@requiresScopes` of Apollo Federation.
 * `Scopes(['health:read'], ['self'])` = health:read, or self.
 */
export function Scopes(...alternatives: readonly (readonly string[])[]) {
  const list = alternatives.map((all) => `[${all.map((scope) => `"${scope}"`).join(', ')}]`);
  return Directive(`@requiresScopes(scopes: [${list.join(', ')}])`);
}

/** Needs nothing but somebody: every account may ask, each for itself. */
export function Authenticated() {
  return Directive('@authenticated');
}

/** Cost of a field by itself, for demand control. Source: IBM cost directive, federation v2.9. */
export function Cost(weight: number) {
  return Directive(`@cost(weight: ${weight})`);
}

/** A connection field: as long as its `first` says. */
export function ListSizeByFirst() {
  return Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes"])');
}

/** A list whose length nobody asks for: `n` is what is assumed. */
export function AssumedSize(n: number) {
  return Directive(`@listSize(assumedSize: ${n})`);
}
