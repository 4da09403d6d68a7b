import { expect, it } from 'vitest';
import { DomainError } from './domain-error.ts';
import { KeyUnavailableError } from './keys/key-wrapper.ts';
import { OperatorError } from './operator-error.ts';
import { isTransient, NotNowError } from './transient.ts';

const coded = (code: string) => Object.assign(new Error('failed'), { code });

it.each([
  ['a deadlock', coded('40P01'), true],
  ['a lost connection', coded('08006'), true],
  ['an administrator', coded('57P01'), true],
  ['a full disk', coded('53100'), true],
  ['nobody who listens', coded('ECONNREFUSED'), true],
  ['several addresses without an answer', new AggregateError([coded('ECONNREFUSED')]), true],
  ['a connection that ended', new Error('Connection terminated unexpectedly'), true],
  ['a cause', new Error('driver', { cause: coded('40001') }), true],
  ['no checkpoint', new DomainError('AUDIT_UNAVAILABLE', 'Not now.'), true],
  ['a key that is not given', new KeyUnavailableError('Not here.'), true],
  ['what its thrower knows to wait', new NotNowError('read', { cause: coded('42P01') }), true],
  ['a setting that is wrong', new OperatorError('Set it.'), false],
  ['a table that is not there', coded('42P01'), false],
  ['a value too long', coded('22001'), false],
  ['a taken key', coded('23505'), false],
  ['a missing right', coded('42501'), false],
  ['a refusal', new DomainError('BAD_USER_INPUT', 'No.'), false],
  ['a fault of the code', new TypeError('undefined'), false],
  ['no error at all', 'thrown', false],
])('%s', (_what, error, transient) => {
  expect(isTransient(error)).toBe(transient);
});
