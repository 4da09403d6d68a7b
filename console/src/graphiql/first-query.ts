/** What the editor begins with. */
export const FIRST_QUERY = `# Ask the graph as a partner does. The documentation of every type is on the left.
# Codes to try stand in demo.json; docs/ has recipes.

query Regions {
  regions {
    id
    name(language: EN)
  }
}
`;
