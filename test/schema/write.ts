import { mkdir, writeFile } from 'node:fs/promises';
import { contractFiles } from './compose.ts';

// Run by `npm run schema` in the project's root: writes the contract as the code makes it now.
// `npm run schema -- --release` also moves the promise that breaking changes are checked against.
const files = await contractFiles();
await mkdir('schema/released', { recursive: true });
for (const [name, text] of files) await writeFile(`schema/${name}`, text);
if (process.argv.includes('--release')) {
  await writeFile('schema/released/api.graphql', files.get('api.graphql') ?? '');
}
