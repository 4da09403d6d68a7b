import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DIVISIONS } from '../../../subgraphs/kit/standards/gbt2260-data.ts';

/** A bulletin as an upload, and what it is. */
export interface Peak {
  readonly content: string;
  readonly what: string;
}

const AREAS = 43_000;
const PER_COUNTY = 32;

/** A bulletin of the same size, where the real ones are absent. */
function invented(): Peak {
  const nameOf = new Map(DIVISIONS.map(({ code, name }) => [code, name]));
  const highlist = DIVISIONS.filter(({ level }) => level === 'COUNTY')
    .slice(0, Math.ceil(AREAS / PER_COUNTY))
    .map(({ code, name, parent }) => ({
      province: nameOf.get(`${code.slice(0, 2)}0000`) ?? '',
      city: nameOf.get(parent ?? '') ?? '',
      ...{ county: name, area_name: name, type: '2' },
      communitys: Array.from({ length: PER_COUNTY }, (_, at) => `样例街道样例社区${at}号楼`),
    }));
  const hcount = highlist.length * PER_COUNTY;
  const data = { end_update_time: '2022-12-02 08时', hcount, mcount: 0, lcount: 0, highlist };
  const text = JSON.stringify({ data: { ...data, middlelist: [], lowlist: [] }, code: 0 });
  return { content: gzipSync(text).toString('base64'), what: `an invented one, ${hcount} areas` };
}

/** The largest bulletin, of the real ones when they are there. */
export function peakBulletin(root: string): Peak {
  const folder = join(root, '../shared/data/risk-bulletins');
  if (!existsSync(folder)) return invented();
  const files = readdirSync(folder).map((name) => join(folder, name));
  const largest = files.reduce((most, file) =>
    statSync(file).size > statSync(most).size ? file : most,
  );
  const bytes = readFileSync(largest);
  return { content: bytes.toString('base64'), what: basename(largest) };
}
