import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { nodeVerify } from '../../persistence/node-crypto.ts';
import {
  aKey,
  after,
  aSigner,
  aTrust,
  ISSUER,
  NOW,
  someClaims,
} from '../../persistence/signing-fakes.ts';
import { openStatement, signStatement, STATEMENT_MAX } from './statement.ts';
import { withdrawnBy } from './withdrawn-tokens.ts';

const signer = aSigner();
const trust = aTrust([aKey(signer, { use: 'status' })]);

it('as many withdrawn tokens as a statement can name are found, and no other', async () => {
  const ctis = Array.from({ length: 400_000 }, () => randomBytes(8));
  const life = { issuedAt: NOW, expiresAt: after(86_400) };
  const said = { issuer: ISSUER, ...life, lists: [], ctis, places: [], kids: [] };
  const bytes = await signStatement(said, signer);
  expect(bytes.length).toBeLessThan(STATEMENT_MAX);
  const opened = await openStatement(bytes, { trust, verify: nodeVerify(), now: NOW }, () => null);
  if ('fault' in opened) throw new Error(opened.fault);
  // As it was sent: one array, not as many as there are tokens.
  expect(opened.ctis.length).toBe(ctis.length * 8);
  const isWithdrawn = withdrawnBy(opened);
  const named = ctis.filter((_cti, at) => at % 1_000 === 0);
  expect(named.every((cti) => isWithdrawn(someClaims({ cti })))).toBe(true);
  const others = named.map((cti) => cti.map((byte) => byte ^ 0xff));
  expect(others.some((cti) => isWithdrawn(someClaims({ cti })))).toBe(false);
});
