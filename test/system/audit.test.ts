import { createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask, demo, send, tokenOf, until } from './support/client.ts';
import { checkReceipt } from '../../subgraphs/kit/audit/receipt.ts';
import { runBuilt } from './support/parts.ts';
import { codeOf, greenPerson, issued, somebody } from './support/people.ts';
import { exitCode } from './support/process.ts';

interface Entry {
  readonly kind: string;
  readonly subject: string;
  readonly residentId: string | null;
  readonly objectId: string | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

let codes: Client;

beforeAll(async () => {
  codes = new Client({ connectionString: inject('tongma').urls.tongma_codes });
  await codes.connect();
});
afterAll(() => codes.end());

/** Entries of two regions, the newest first. */
async function entries(where: string, values: unknown[]): Promise<Entry[]> {
  await codes.query(
    "begin; set local app.regions = '330000,510000'; set local app.residents = '*'",
  );
  const { rows } = await codes.query<Entry>(
    `select kind, subject, resident_id as "residentId", object_id as "objectId", body::jsonb -> 'detail' as detail
     from audit.entry join audit.body using (region, sequence) where ${where} order by at desc, sequence desc`,
    values,
  );
  await codes.query('rollback');
  return rows;
}

const ofResident = (id: string) => entries('resident_id = $1', [id]);

describe('the audit log', () => {
  it('has an entry of each step of a life, with who took it', async () => {
    const id = await greenPerson('330000', '330212');
    await issued('330000', id);
    const life = (await ofResident(id)).reverse();
    expect(life.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
      'RESIDENT_REGISTERED desk-330000',
      'REGISTRATION_REVIEWED reviewer-330000',
      'DECLARATION_RECEIVED desk-330000',
      'DECLARATION_REVIEWED reviewer-330000',
      'COLOR_DECIDED codes-worker',
      'CODE_ISSUED desk-330000',
    ]);
    expect(life[4]?.detail).toMatchObject({ toState: 'ACTIVE', toColor: 'GREEN' });
    expect((await codeOf('330000', id)).color).toBe('GREEN');
  });

  it('holds no name, document number or phone number', async () => {
    await codes.query(
      "begin; set local app.regions = '330000,510000'; set local app.residents = '*'",
    );
    const { rows } = await codes.query<{ body: string }>('select body from audit.body');
    await codes.query('rollback');
    expect(rows.length).toBeGreaterThan(100);
    // Runs of digits within ids and digests are neither documents nor phones.
    const personal = /[\u4e00-\u9fff]|(?<![\w-])\d{11,}(?!\w)/;
    const bad = rows.filter(({ body }) => personal.test(body));
    expect(bad).toEqual([]);
  });

  it('has no entry of a change that is refused, and one of the refusal', async () => {
    const { gatewayUrl } = demo();
    const token = await tokenOf('laboratory-330000');
    const mutation =
      'mutation R($input: RegisterResidentInput!) { registerResident(input: $input) { id } }';
    const before = await entries("kind = 'RESIDENT_REGISTERED'", []);
    for (let n = 0; n < 3; n += 1) {
      const input = somebody('330106');
      const { errors } = await send(gatewayUrl, token, mutation, { input });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'SCOPE_MISSING' });
    }
    expect(await entries("kind = 'RESIDENT_REGISTERED'", [])).toHaveLength(before.length);
    const refused = (await entries("kind = 'REFUSED'", [])).filter(
      ({ subject }) => subject === 'laboratory-330000',
    );
    const detail = { code: 'SCOPE_MISSING', operation: 'mutation registerResident' };
    expect(refused.filter((one) => one.detail?.['operation'] === detail.operation)).toMatchObject([
      { detail },
    ]);
  });

  it('has one of a purpose that is said and not granted, whatever is asked for it', async () => {
    const response = await fetch(demo().gatewayUrl, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokenOf('laboratory-330000')}`,
        ...{ 'content-type': 'application/json', 'tongma-purpose': 'CURIOSITY' },
      },
      body: '{"query":"{ viewer { id } }"}',
    });
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'PURPOSE_NOT_ALLOWED' } }],
    });
    const detail = { code: 'PURPOSE_NOT_ALLOWED', operation: 'request' };
    expect(
      (await entries("kind = 'REFUSED'", [])).filter(
        ({ subject, detail: said }) =>
          subject === 'laboratory-330000' && said?.['code'] === detail.code,
      ),
    ).toMatchObject([{ detail }]);
  });

  it('gives a receipt of each decision once a checkpoint has sealed it', async () => {
    const id = await greenPerson('330000', '330212');
    const query = `query($id: ID!) { resident(id: $id) { code { decisions { nodes { receipt } } } } }`;
    const receiptOf = async () =>
      (await ask('case-officer-330000', query, { id })).resident.code.decisions.nodes[0].receipt as
        string | null;
    const receipt = await until(receiptOf, (one) => one !== null, 90_000);
    const key = createPublicKey(readFileSync(join(inject('data'), 'checkpoint-public-key.pem')));
    const facts = checkReceipt(receipt ?? '', [key]);
    expect(JSON.parse(facts?.body ?? '')).toMatchObject({
      action: 'COLOR_DECIDED',
      residentId: id,
    });
    const file = join(inject('data'), 'a-receipt.json');
    writeFileSync(file, `${receipt ?? ''}\n`);
    const check = runBuilt('cli/main.js', ['audit', 'receipt-check', file], {
      TONGMA_DATA: inject('data'),
    });
    expect([await exitCode(check.child), check.output()]).toEqual([
      0,
      expect.stringContaining('This receipt holds.'),
    ]);
  });

  it('is shown to nobody without the right to it', async () => {
    const query = '{ auditEntries(region: "330000") { nodes { sequence } } }';
    const { errors } = await send(demo().gatewayUrl, await tokenOf('reviewer-330000'), query);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'SCOPE_MISSING' });
  });

  it('of the country is read and verified by whoever looks after all of it, and nobody else', async () => {
    const deputy = 'a-deputy-of-the-country';
    const { child } = runBuilt('cli/main.js', ['administrator', deputy, '--beside'], {
      RESIDENTS_DATABASE_URL: inject('tongma').urls.tongma_residents,
    });
    expect(await exitCode(child)).toBe(0);
    const query = `{ auditEntries(region: "000000", filter: {action: ACCOUNT_ADDED}) {
      nodes { region subject role objectId } }
      auditVerification(region: "000000") { entries fault { fault } } }`;
    const added = { region: '000000', subject: 'publisher', role: 'SYSTEM', objectId: deputy };
    for (const who of ['oversight-000000', 'auditor-000000']) {
      const { auditEntries, auditVerification } = await ask(who, query);
      expect(auditEntries.nodes).toContainEqual(added);
      expect(auditVerification.entries).toBeGreaterThan(0);
      expect(auditVerification.fault).toBeNull();
    }
    const { errors } = await send(demo().gatewayUrl, await tokenOf('auditor-330000'), query);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'REGION_OUT_OF_SCOPE' });
  });

  it('is verified by the command, while it is written', async () => {
    const { mode, urls, environments } = inject('tongma');
    const data = inject('data');
    const pem = readFileSync(join(data, 'checkpoint-public-key.pem'), 'utf8');
    const { child, output } = runBuilt('cli/main.js', ['audit', 'verify'], {
      TONGMA_DATA: data,
      ...(mode === 'split' && {
        CODES_DATABASE_URL: urls.tongma_codes,
        AUDIT_PUBLIC_KEY: pem,
        CHECKPOINT_FILE: environments.checkpoint?.['CHECKPOINT_FILE'],
      }),
    });
    const code = await exitCode(child);
    expect([code, output()]).toEqual([0, expect.stringContaining('The log is right.')]);
  });
});
