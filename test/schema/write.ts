import { mkdir, writeFile } from 'node:fs/promises';
import { contractFiles, REFERENCE, referenceNow } from './compose.ts';

// Run by `npm run schema` in the project's root: writes the contract and its reference as the code
// makes them now.
// `npm run schema -- --release` also moves the promise that breaking changes are checked against.
const files = await contractFiles();
await mkdir('schema/released', { recursive: true });
for (const [name, text] of files) await writeFile(`schema/${name}`, text);
await writeFile(REFERENCE, referenceNow(files));
if (process.argv.includes('--release')) {
  await writeFile('schema/released/api.graphql', files.get('api.graphql') ?? '');
}
