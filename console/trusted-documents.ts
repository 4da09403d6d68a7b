import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const HASHES = fileURLToPath(new URL('src/gql/persisted-documents.json', import.meta.url));
/** Its name; fragments may stand before it. */
const OPERATION = /(?:^|\} )(?:query|mutation) (\w+)/;
const CALL = /\bgraphql\(\s*`\s*(query|mutation|fragment)\s+(\w+)[^`]*`,?\s*\)/g;

/** Hash of each operation by its name: a name stands for one operation in the whole console. */
async function hashesByName(): Promise<ReadonlyMap<string, string>> {
  const texts: Record<string, string> = JSON.parse(await readFile(HASHES, 'utf8'));
  return new Map(
    Object.entries(texts).map(([hash, text]) => [OPERATION.exec(text)?.[1] ?? '', hash]),
  );
}

function documentOf(operation: string, name: string, hash: string): string {
  return JSON.stringify({
    __meta__: { hash },
    kind: 'Document',
    definitions: [
      {
        ...{ kind: 'OperationDefinition', operation, name: { kind: 'Name', value: name } },
        selectionSet: { kind: 'SelectionSet', selections: [] },
      },
    ],
  });
}

/**
 * Puts in place of each `graphql(…)` its name and hash, all that a page sends of it: the generated
 * module with every operation of every page would go into the first load of each entry.
 */
export function trustedDocuments(): Plugin {
  let hashes: ReadonlyMap<string, string> = new Map();
  return {
    name: 'tongma:trusted-documents',
    async buildStart() {
      hashes = await hashesByName();
    },
    transform(code, id) {
      if (!/\/console\/src\/(?!gql\/)/.test(id) || !code.includes('graphql(')) return null;
      const replaced = code.replaceAll(CALL, (_call, operation: string, name: string) => {
        // A fragment is part of the operations that use it: here it is only a type.
        if (operation === 'fragment') return '{}';
        const hash = hashes.get(name);
        if (hash === undefined) this.error(`"${name}" has no hash: run \`npm run codegen\`.`);
        return documentOf(operation, name, hash);
      });
      return replaced === code ? null : { code: replaced, map: null };
    },
  };
}
