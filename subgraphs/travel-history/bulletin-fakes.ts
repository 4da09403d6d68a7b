import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parse } from 'graphql';
import type { Identity } from '../kit/identity.ts';
import type { Subgraph } from '../kit/subgraph.ts';
import { NATION } from '../kit/standards/gbt2260.ts';

/** The real bulletins beside the project; a clone without them skips what needs them. */
const FOLDER = fileURLToPath(new URL('../../../shared/data/risk-bulletins/', import.meta.url));

/** Names of the real bulletins, the earliest first; null, said loudly, where there are none. */
export function realBulletins(): readonly string[] | null {
  if (existsSync(FOLDER)) return readdirSync(FOLDER).sort();
  process.stderr.write(`SKIPPED: the real bulletins are not at ${FOLDER}\n`);
  return null;
}

/** A real bulletin as an upload. */
export function realUpload(name: string): string {
  return readFileSync(join(FOLDER, name)).toString('base64');
}

/** Path of a real bulletin. */
export function realPath(name: string): string {
  return join(FOLDER, name);
}

/** An entry of a list. */
export interface Entry {
  readonly province: string;
  readonly city: string;
  readonly county: string;
  readonly communitys: readonly string[];
}

/** A bulletin with what is given in it, and right counts. */
export function aBulletin(
  at: string,
  lists: Partial<Record<'high' | 'middle' | 'low', readonly Entry[]>> = {},
) {
  const [high, middle, low] = [lists.high ?? [], lists.middle ?? [], lists.low ?? []];
  const count = (list: readonly Entry[]) =>
    list.reduce((sum, { communitys }) => sum + communitys.length, 0);
  return {
    ...{ end_update_time: at, hcount: count(high), mcount: count(middle), lcount: count(low) },
    ...{ highlist: high, middlelist: middle, lowlist: low },
  };
}

/** An entry of Hangzhou's Xihu district. */
export function inXihu(...communitys: string[]): Entry {
  return { province: '浙江省', city: '杭州市', county: '西湖区', communitys };
}

/** An instant as bulletins write it. */
export function shanghaiHour(at: Date): string {
  const [day = '', time = ''] = new Date(at.getTime() + 8 * 3_600_000).toISOString().split('T');
  return `${day} ${time.slice(0, 2)}时`;
}

/** Any bulletin as an upload. */
export function upload(bulletin: object): string {
  return gzipSync(JSON.stringify({ data: bulletin, code: 0 })).toString('base64');
}

/** An official of the nation, just signed in. */
export function nationalOfficial(subject: string, ...scopes: string[]): Identity {
  return {
    ...{ kind: 'OFFICIAL', subject, scopes, grants: [NATION], regions: ['330100', '510100'] },
    ...{ residents: '*', purposes: [], agency: 'national-hub' },
    authenticatedAt: new Date().toISOString(),
  };
}

/** A resident of Hangzhou. */
export function aResident(residentId: string): Identity {
  return {
    ...{ kind: 'RESIDENT', subject: residentId, scopes: ['self'], grants: [] },
    ...{ regions: [residentId.slice(0, 6)], residents: [residentId], purposes: [], agency: null },
  };
}

/** Asks a subgraph something. @throws with the code of a refusal */
export async function ask(
  subgraph: Subgraph,
  identity: Identity,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown>> {
  const { data, errors } = await subgraph.execute({ document: parse(query), variables }, identity);
  const error = errors?.[0];
  if (error) throw new Error(`${String(error.extensions?.['code'])}: ${error.message}`);
  return data ?? {};
}
