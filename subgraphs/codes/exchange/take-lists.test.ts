import { randomBytes } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { expect, it } from 'vitest';
import { createLog } from '../../kit/log.ts';
import { allGreen } from '../domain/status/status-bits.ts';
import { uriOf } from '../domain/status/place.ts';
import { signStatement } from '../domain/status/statement.ts';
import { signStatusList } from '../domain/status/status-list.ts';
import { STATEMENT_NAME } from '../list-maker.ts';
import { nodeVerify, packed, sha256 } from '../persistence/node-crypto.ts';
import { after, aKey, aSigner, aTrust, ISSUER, NOW } from '../persistence/signing-fakes.ts';
import { listTaking } from './take-lists.ts';

const signer = aSigner();
const trust = () => aTrust([aKey(signer, { use: 'status' })]);
const LIFE = { issuedAt: NOW, expiresAt: after(86_400) };

/** Gives what a region says to who takes it in; whether it gets as far as the database, and what is said. */
async function taken(count: number, zlib: Uint8Array) {
  const lists = [];
  for (let part = 0; part < count; part += 1) {
    const id = { issuer: ISSUER, kind: 'PAPER' as const, issuedOn: '2022-11-24', part };
    const signed = await signStatusList({ id, ...LIFE }, zlib, signer);
    lists.push({ id, signed, digest: sha256(signed) });
  }
  const said = { issuer: ISSUER, ...LIFE, lists, ctis: [], places: [], kids: [] };
  const statement = await signStatement(said, signer);
  const told = [
    { name: STATEMENT_NAME, signed: statement },
    ...lists.map(({ id, signed }) => ({ name: uriOf(id), signed })),
  ].map((one) => ({ ...one, region: ISSUER, digest: sha256(one.signed) }));
  const faults: unknown[] = [];
  let reached = false;
  let verified = 0;
  const log = createLog('codes', 'silent');
  log.error = (given: unknown) => void faults.push(given);
  const verify = nodeVerify();
  const take = listTaking({
    orm: new Proxy({} as MikroORM, {
      get: () => {
        reached = true;
        throw new Error('There is no database.');
      },
    }),
    ...{ trust, ownTrust: trust, now: () => NOW, log },
    verify: (...given) => {
      verified += 1;
      return verify(...given);
    },
  });
  // All of it twice: a stack has one list of a name.
  await take({ region: ISSUER, from: '510000', told: [...told, ...told], held: [] }).catch(String);
  return { reached, faults, verified };
}

it('what a region says is kept, each list looked at once', async () => {
  const given = await taken(3, packed(allGreen()));
  expect(given).toEqual({ reached: true, faults: [], verified: 4 });
});

it('lists that are longer together than an answer may be are not kept', async () => {
  const full = packed(randomBytes(allGreen().length));
  const { reached, faults } = await taken(257, full);
  expect({ reached, faults }).toEqual({
    reached: false,
    faults: [{ region: ISSUER, fault: 'TOO_LARGE' }],
  });
});
