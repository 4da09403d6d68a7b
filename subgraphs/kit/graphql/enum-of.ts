/** An enum for `registerEnumType` of a closed list of words. */
export function enumOf<T extends string>(values: readonly T[]) {
  return Object.fromEntries(values.map((value) => [value, value])) as { readonly [K in T]: K };
}

/** What each word of a closed list means, for `registerEnumType`; none is left out. */
export function meanings<T extends string>(words: Readonly<Record<T, string>>) {
  return Object.fromEntries(
    Object.entries<string>(words).map(([word, description]) => [word, { description }]),
  );
}
