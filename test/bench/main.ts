// `npm run bench -- NAME… [--json] [--record]`: the measured ratios of DESIGN.md §9.
import { parseArgs } from 'node:util';
import { abuse } from './abuse/bench.ts';
import { audit } from './audit/bench.ts';
import { batch } from './batch/bench.ts';
import { batchProfile } from './batch/profile.ts';
import { bulletin } from './bulletin/bench.ts';
import { consoleSize } from './console/bench.ts';
import { growth } from './growth/bench.ts';
import { hiveAnswers } from './hive-answers/bench.ts';
import { ingest } from './ingest/bench.ts';
import { memory } from './memory/bench.ts';
import { offline } from './offline/bench.ts';
import { offlinePage } from './offline-page/bench.ts';
import { page } from './page/bench.ts';
import { record } from './support/record.ts';
import { recolor } from './recolor/bench.ts';
import { recognizeProfile } from './recognize/profile.ts';
import { recognize } from './recognize/bench.ts';
import { statuslist } from './statuslist/bench.ts';
import type { Bench } from './support/row.ts';

const BENCHES: Readonly<Record<string, Bench>> = {
  recognize,
  page,
  audit,
  bulletin,
  recolor,
  ingest,
  console: consoleSize,
  offline,
  statuslist,
  batch,
  growth,
  'offline-page': offlinePage,
  abuse,
  'hive-answers': hiveAnswers,
  memory,
  'recognize-profile': recognizeProfile,
  'batch-profile': batchProfile,
};

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (names.length === 0 || unknown.length > 0) {
  const known = Object.keys(BENCHES).join(', ');
  console.error(
    names.length === 0 ? `Name one of: ${known}.` : `No ${unknown.join(', ')}; there is: ${known}.`,
  );
  process.exit(2);
}

// Rows go to standard output, everything else to standard error: a program may read the rows.
const say = (sentence: string) => {
  console.error(sentence);
};
for (const name of names) {
  const { rows, report } = (await BENCHES[name]?.(say)) ?? { rows: [], report: '' };
  if (values.record) record(name, report);
  if (!values.json) console.log(`\n${name}\n\n${report}\n`);
  else
    for (const { row, value, better } of rows) console.log(JSON.stringify({ row, value, better }));
}
