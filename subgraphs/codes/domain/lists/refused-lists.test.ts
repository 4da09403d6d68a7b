import { describe, expect, it } from 'vitest';
import { packed } from '../../persistence/node-crypto.ts';
import { after, ISSUER, NOW } from '../../persistence/signing-fakes.ts';
import { signAgreement } from '../recognition/signed-agreement.ts';
import { TERMS_MAX } from '../recognition/terms.ts';
import { STATEMENT_MAX } from '../status/statement.ts';
import { signStatusList, STATUS_LIST_MAX } from '../status/status-list.ts';
import type { ListBundle } from './held-lists.ts';
import {
  AGREEMENT,
  ID,
  KEYS,
  LIFE,
  RECEIVER,
  evidenceOf,
  given,
  goodBundle,
  listOf,
  roots,
  signer,
  statementOf,
  termsOf,
  trustOf,
} from './list-fakes.ts';

describe('lists that do not hold', () => {
  const flipped = (bytes: Uint8Array) => bytes.with(bytes.length - 1, bytes.at(-1)! ^ 1);

  it.each<[string, () => Promise<Partial<ListBundle>>, string, string, Date?]>([
    // statements
    [
      'statement changed',
      async () => ({ statements: [flipped(await statementOf(null))] }),
      'statements INVALID_SIGNATURE',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'statement of an unknown key',
      async () => ({ statements: [await statementOf(null, {}, signer.stranger)] }),
      'statements ISSUER_NOT_TRUSTED',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'statement by a key for codes',
      async () => ({ statements: [await statementOf(null, {}, signer.dynamic)] }),
      'statements WRONG_KEY_USE',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'statement by another region',
      async () => ({ statements: [await statementOf(null, {}, signer.receiverStatus)] }),
      'statements FOREIGN_REGION',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'statement of tomorrow',
      async () => ({ statements: [await statementOf(null, { issuedAt: after(121) })] }),
      'statements NOT_YET_VALID',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'statement that is over',
      async () => ({ statements: [await statementOf(null, { expiresAt: NOW })] }),
      'statements EXPIRED',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'statement of a time without the key',
      async () => ({ statements: [await statementOf(null, { issuedAt: after(-100 * 86_400) })] }),
      'statements KEY_TERMINATED',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'statement that names a list of another region',
      async () => ({
        statements: [
          await statementOf(null, {
            lists: [{ id: { ...ID, issuer: RECEIVER }, digest: new Uint8Array(32) }],
          }),
        ],
      }),
      'statements MALFORMED',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'statement with a place of another region',
      async () => ({
        statements: [
          await statementOf(null, { places: [{ list: { ...ID, issuer: RECEIVER }, place: 1 }] }),
        ],
      }),
      'statements MALFORMED',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'statement of 4 MiB',
      () => Promise.resolve({ statements: [new Uint8Array(STATEMENT_MAX + 1)] }),
      'statements TOO_LARGE',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'terms as a statement',
      async () => ({ statements: [await termsOf()] }),
      'statements MALFORMED',
      'CROSS_CHECK VERIFIED -',
    ],
    // shared evidence
    [
      'evidence changed',
      async () => ({ evidence: [flipped(await evidenceOf())] }),
      'evidence INVALID_SIGNATURE',
      'RECOGNIZED VERIFIED GREEN',
    ],
    [
      'evidence of an unknown key',
      async () => ({ evidence: [await evidenceOf({}, signer.stranger)] }),
      'evidence ISSUER_NOT_TRUSTED',
      'RECOGNIZED VERIFIED GREEN',
    ],
    [
      'evidence by a key for statements',
      async () => ({ evidence: [await evidenceOf({}, signer.status)] }),
      'evidence WRONG_KEY_USE',
      'RECOGNIZED VERIFIED GREEN',
    ],
    [
      'evidence of another region',
      async () => ({ evidence: [await evidenceOf({ issuer: RECEIVER })] }),
      'evidence FOREIGN_REGION',
      'RECOGNIZED VERIFIED GREEN',
    ],
    [
      'evidence for another receiver',
      async () => ({ evidence: [await evidenceOf({ receiver: ISSUER })] }),
      'evidence WRONG_AUDIENCE',
      'RECOGNIZED VERIFIED GREEN',
    ],
    [
      'evidence of tomorrow',
      async () => ({ evidence: [await evidenceOf({ issuedAt: after(121) })] }),
      'evidence NOT_YET_VALID',
      'RECOGNIZED VERIFIED GREEN',
    ],
    [
      'evidence that is over',
      async () => ({ evidence: [await evidenceOf({ expiresAt: NOW })] }),
      'evidence EXPIRED',
      'RECOGNIZED VERIFIED GREEN',
    ],
    [
      'evidence with half a record',
      async () => ({ evidence: [await evidenceOf({ records: new Uint8Array(9) })] }),
      'evidence MALFORMED',
      'RECOGNIZED VERIFIED GREEN',
    ],
    // status lists
    [
      'list changed',
      async () => ({ statusLists: [flipped((await goodBundle()).statusLists[0]!)] }),
      'statusLists NOT_NAMED',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'list of another time',
      async () => ({ statusLists: [await listOf('GREEN', { issuedAt: after(-60) })] }),
      'statusLists NOT_NAMED',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'list that is not there',
      () => Promise.resolve({ statusLists: [] }),
      '',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'list by a key for codes, named',
      async () => named(await listOf('GREEN', {}, signer.dynamic)),
      'statusLists WRONG_KEY_USE',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'list by another region, named',
      async () => named(await listOf('GREEN', {}, signer.receiverStatus)),
      'statusLists FOREIGN_REGION',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'list of another day, named',
      async () => named(await listOf('GREEN', { id: { ...ID, issuedOn: '2022-11-23' } })),
      'statusLists NOT_NAMED',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'list that is over, named',
      async () => named(await listOf('GREEN', { expiresAt: NOW })),
      'statusLists EXPIRED',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'list that is no list, named',
      async () => named(await statementOf(null)),
      'statusLists MALFORMED',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'list of another length, named',
      async () =>
        named(await signStatusList({ id: ID, ...LIFE }, packed(new Uint8Array(9)), signer.status)),
      'statusLists MALFORMED',
      'CROSS_CHECK VERIFIED -',
    ],
    [
      'list larger than can be, named',
      async () => named(new Uint8Array(STATUS_LIST_MAX + 1)),
      'statusLists TOO_LARGE',
      'CROSS_CHECK VERIFIED -',
    ],
    // terms and agreements
    [
      'terms by a key for lists',
      async () => ({ terms: [await termsOf({}, signer.receiverStatus)] }),
      'terms WRONG_KEY_USE',
      'CROSS_CHECK NOT_SUPPORTED -',
    ],
    [
      'terms by the issuer',
      async () => ({ terms: [await termsOf({}, signer.issuerPolicy)] }),
      'terms FOREIGN_REGION',
      'CROSS_CHECK NOT_SUPPORTED -',
    ],
    [
      'terms that are over',
      async () => ({ terms: [await termsOf({ expiresAt: NOW })] }),
      'terms EXPIRED',
      'CROSS_CHECK NOT_SUPPORTED -',
    ],
    [
      'terms of 256 KiB',
      () => Promise.resolve({ terms: [new Uint8Array(TERMS_MAX + 1)] }),
      'terms TOO_LARGE',
      'CROSS_CHECK NOT_SUPPORTED -',
    ],
    [
      'agreement that the terms do not name',
      async () => ({ terms: [await termsOf({ agreements: [] })] }),
      '',
      'NOT_RECOGNIZED VERIFIED -',
    ],
    [
      'agreement that the terms call withdrawn',
      async () => ({
        terms: [
          await termsOf({ agreements: [{ issuer: ISSUER, version: 1, withdrawnAt: after(-1) }] }),
        ],
      }),
      '',
      'NOT_RECOGNIZED VERIFIED -',
    ],
    [
      'agreement of one side',
      async () => ({ agreements: [await signAgreement(AGREEMENT, [signer.policy])] }),
      'agreements INVALID_SIGNATURE',
      'NOT_RECOGNIZED VERIFIED -',
    ],
    [
      'agreement that the issuer did not sign',
      async () => ({
        agreements: [await signAgreement(AGREEMENT, [signer.policy, signer.stranger])],
      }),
      'agreements INVALID_SIGNATURE',
      'NOT_RECOGNIZED VERIFIED -',
    ],
    // trust list
    [
      'trust list of one root',
      async () => ({ trustList: await trustOf(KEYS, {}, roots.slice(0, 1)) }),
      'trustList TOO_FEW_SIGNATURES',
      'CROSS_CHECK NOT_SUPPORTED -',
    ],
    [
      'trust list of a demo',
      async () => ({ trustList: await trustOf(KEYS, { environment: 'demo' }) }),
      'trustList ENVIRONMENT',
      'CROSS_CHECK NOT_SUPPORTED -',
    ],
    [
      'no trust list',
      () => Promise.resolve({ trustList: null }),
      '',
      'CROSS_CHECK NOT_SUPPORTED -',
    ],
    [
      'trust list that is over',
      () => Promise.resolve({}),
      'trustList EXPIRED',
      'STALE VERIFIED -',
      after(6 * 86_400),
    ],
  ])('%s', async (_title, part, fault, expected, at) => {
    const said = await given(await part(), at);
    // A status list that no statement names any more is refused for that besides.
    expect([said.faults[0] ?? '', said.verdict]).toEqual([fault, expected]);
  });

  async function named(list: Uint8Array): Promise<Partial<ListBundle>> {
    return { statusLists: [list], statements: [await statementOf(list)] };
  }
});
