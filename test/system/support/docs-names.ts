import { randomUUID } from 'node:crypto';
import { stepAt } from '../../../subgraphs/codes/domain/token/presentation.ts';
import { aHolder } from '../../../subgraphs/codes/persistence/signing-fakes.ts';
import { ask, demo } from './client.ts';
import type { Names } from './docs-pattern.ts';
import { greenPerson, somebody } from './people.ts';

const HOUR_MS = 3_600_000;
const CODE = /^(GREEN|YELLOW|RED) of (\d{6})$/;
const PICTURE_STEPS = 10;

async function present(names: Names): Promise<void> {
  const holder = aHolder();
  const residentId = await greenPerson('330000', '330212');
  const issue = 'mutation($input: IssueCodeInput!) { issueCode(input: $input) { text } }';
  const input = { residentId, holderKey: Buffer.from(holder.key).toString('base64url') };
  const { text } = (await ask('desk-330000', issue, { input })).issueCode;
  const now = stepAt(new Date());
  names.set('live presentation', holder.present(text, now));
  names.set('the same, of five minutes ago', holder.present(text, now - PICTURE_STEPS));
}

/** Gives a name of docs/ what it stands for, where no answer did. */
async function prepare(name: string, names: Names): Promise<void> {
  const [, color, region] = CODE.exec(name) ?? [];
  const code = demo().codes.find((one) => one.color === color && one.region === region);
  if (code) names.set(name, code.text);
  if (name === '3 hours ago') {
    names.set(name, new Date(Date.now() - 3 * HOUR_MS).toISOString());
  }
  if (name === 'new key' || name === 'one key') names.set(name, randomUUID());
  if (name === 'live presentation') await present(names);
  if (name === 'new document') {
    const { documentNumber, birthDate } = somebody('330106');
    names.set(name, documentNumber);
    names.set('its day of birth', birthDate);
  }
}

/** Puts what names stand for into a text that is sent. @throws {Error} for a name of nothing */
export async function named(text: string, names: Names): Promise<string> {
  // A key that is new is new each time.
  names.delete('new key');
  for (const [, name = ''] of text.matchAll(/<([^<>\n]+)>/g)) {
    if (!names.has(name)) await prepare(name, names);
    if (!names.has(name)) throw new Error(`Nothing is called <${name}>.`);
  }
  return text.replaceAll(/<([^<>\n]+)>/g, (_match, name: string) => names.get(name) ?? '');
}
