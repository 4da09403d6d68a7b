/** An enum for `registerEnumType` of a closed list of words. */
export function enumOf<T extends string>(values: readonly T[]) {
  return Object.fromEntries(values.map((value) => [value, value])) as { readonly [K in T]: K };
}
