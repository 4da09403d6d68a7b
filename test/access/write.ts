import { existsSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { committedMatrix, matrixNow } from './matrix.ts';

// Run by `npm run matrix` in the project's root: writes who gets which field, for reading. What is
// got of elsewhere is decided by hand and stays.
const file = pathToFileURL('test/access/matrix.json');
const matrix = matrixNow(existsSync(file) ? committedMatrix(file) : {});
const lines = Object.entries(matrix).map(
  ([coordinate, entry]) => `  ${JSON.stringify(coordinate)}: ${JSON.stringify(entry)}`,
);
writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
