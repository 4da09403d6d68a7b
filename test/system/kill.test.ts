import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ALL } from '../sample.ts';
import { send, tokenOf, tokenOfPartner } from './support/client.ts';
import {
  exitCode,
  filledFolder,
  finish,
  launch,
  printed,
  temporaryFolder,
} from './support/process.ts';

const ISSUE = 'mutation($input: IssueCodeInput!) { issueCode(input: $input) { text code { id } } }';
const LIST = `query($after: String) { registrations(state: REGISTERED, first: 100, after: $after) {
  nodes { id code { state } } pageInfo { endCursor hasNextPage } } }`;
const RECOGNIZE = `query($inputs: [RecognizeCodeInput!]!) { recognizeCodes(inputs: $inputs) { outcome tokenStatus issuer { id } } }`;

const REGIONS = ['330000', '330100', '510000', '510100'];
const WANTED = 1_000;
const AT_ONCE = 16;

interface Acknowledged {
  readonly text: string;
  readonly residentId: string;
  readonly kind: string;
}

it('a SIGKILL of everything during a thousand issuings loses no acknowledged code and doubles none', async () => {
  const data = filledFolder();
  const first = launch(data);
  await printed(first, 'Ask again');
  const facts = first.demo();

  const residents: { region: string; id: string }[] = [];
  for (const region of REGIONS) {
    let after: string | null = null;
    do {
      const token = await tokenOf(`reviewer-${region}`, facts);
      const { data: page } = await send(facts.gatewayUrl, token, LIST, { after });
      for (const { id, code } of page.registrations.nodes) {
        // A province's reviewer sees its city too; each region issues its own.
        if (code?.state === 'ACTIVE' && String(id).startsWith(region))
          residents.push({ region, id });
      }
      after = page.registrations.pageInfo.hasNextPage
        ? page.registrations.pageInfo.endCursor
        : null;
    } while (after);
  }
  expect(residents.length).toBeGreaterThan(200);

  const acknowledged: Acknowledged[] = [];
  let asked = 0;
  const killed = new AbortController();
  let killings = 0;
  async function issuing(): Promise<void> {
    while (!killed.signal.aborted && asked < WANTED) {
      const { region, id: residentId } = residents[asked % residents.length]!;
      const kind = asked % 2 === 0 ? 'DYNAMIC' : 'PAPER';
      asked += 1;
      try {
        const token = await tokenOf(`desk-${region}`, facts);
        const { data: answer } = await send(facts.gatewayUrl, token, ISSUE, {
          input: { residentId, kind },
        });
        if (answer?.issueCode) acknowledged.push({ text: answer.issueCode.text, residentId, kind });
      } catch {
        // the answer did not come: nothing was acknowledged
      }
      // Requests under way fail one after the other: only the first of them kills.
      if (acknowledged.length >= 400 && killings === 0) {
        killings += 1;
        killed.abort();
        const postmaster = Number(
          readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
        );
        process.kill(postmaster, 'SIGKILL');
        process.kill(first.child.pid!, 'SIGKILL');
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, issuing));
  expect(killed.signal.aborted).toBe(true);
  expect(await exitCode(first.child)).toBeNull();

  const second = launch(data);
  try {
    await printed(second, 'Ask again');
    const again = second.demo();
    const partner = await tokenOfPartner(again);
    for (const place of ['330000', '330100', '510000', '510100']) {
      const own = acknowledged.filter(({ residentId }) => residentId.startsWith(place));
      for (let from = 0; from < own.length; from += 500) {
        const inputs = own
          .slice(from, from + 500)
          .map(({ text }) => ({ text, region: place, purpose: 'ENTRY' }));
        const { data: answer } = await send(again.gatewayUrl, partner, RECOGNIZE, { inputs });
        const outcomes = answer.recognizeCodes.map(({ outcome }: { outcome: string }) => outcome);
        expect(outcomes).toEqual(inputs.map(() => 'RECOGNIZED'));
      }
    }
    // A dynamic code asked for again is the one that was acknowledged: same claims, none beside it.
    const seen = new Map<string, string>();
    for (const { text, residentId, kind } of acknowledged) {
      if (kind === 'DYNAMIC') seen.set(residentId, text);
    }
    for (const [residentId, text] of [...seen].slice(0, 50)) {
      const token = await tokenOf(`desk-${residentId.slice(0, 6)}`, again);
      const { data: answer } = await send(again.gatewayUrl, token, ISSUE, {
        input: { residentId, kind: 'DYNAMIC' },
      });
      // Everything up to the signature, which is made anew, is the same.
      expect(answer.issueCode.text.slice(0, 120)).toBe(text.slice(0, 120));
    }
  } finally {
    await finish(second);
  }
}, 300_000);

// A minute of making demos: with all tests only.
it.runIf(ALL)(
  'a SIGKILL while the demo is made leaves nothing that hinders the next start',
  async () => {
    const first = launch(temporaryFolder());
    await printed(first, 'Made 50 of 300');
    process.kill(first.child.pid!, 'SIGKILL');
    await exitCode(first.child);
    const second = launch(first.data);
    try {
      await printed(second, 'Ask again');
      expect(second.output()).toContain('made anew');
      expect(second.demo().codes).toHaveLength(16);
    } finally {
      await finish(second);
    }
  },
  300_000,
);
