/**
 * Header in which whoever asks a baseline says, signed, whom it asks for at a subgraph. Only where
 * answers are compared, as each of several officials: what is measured has one identity for all.
 */
export function identityHeaderFor(subgraph: string): string {
  return `x-asked-as-${subgraph}`;
}
