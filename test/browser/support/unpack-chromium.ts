// Run in a process of its own: the package unpacks into the temporary folder of its process.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';

const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin');

await chromium.executablePath(bin);
// Libraries that a bare system lacks, libnss3 among them.
await inflate(join(bin, 'al2023.tar.br'));
