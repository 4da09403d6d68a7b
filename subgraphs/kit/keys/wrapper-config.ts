import { z } from 'zod';
import { key32, keyFile } from '../config-fields.ts';
import { localWrapper } from './local-wrapper.ts';
import type { KeyWrapper } from './key-wrapper.ts';

/** The key-encryption key: in a file, or in a variable beside which the old one may stand. */
export const fieldKeys = {
  FIELD_KEY: key32.optional(),
  FIELD_KEY_OLD: key32.optional(),
  FIELD_KEY_FILE: keyFile.optional(),
};

interface FieldKeys {
  readonly FIELD_KEY?: Buffer | undefined;
  readonly FIELD_KEY_OLD?: Buffer | undefined;
  readonly FIELD_KEY_FILE?: z.infer<typeof keyFile> | undefined;
}

/** Whether the key is given in exactly one way. */
export function hasOneFieldKey({ FIELD_KEY, FIELD_KEY_FILE }: FieldKeys): boolean {
  return (FIELD_KEY === undefined) !== (FIELD_KEY_FILE === undefined);
}

/** What a configuration says when it is not; said together with whatever else is wrong. */
export const ONE_FIELD_KEY = {
  path: ['FIELD_KEY'],
  message: 'needs 32 bytes, base64url; or else FIELD_KEY_FILE, and not both',
  when: () => true,
};

/** What wraps keys under the key-encryption key that is given. */
export function wrapperOf(env: FieldKeys): KeyWrapper {
  const { FIELD_KEY: current, FIELD_KEY_OLD: old, FIELD_KEY_FILE: file } = env;
  if (file) return localWrapper(file);
  if (!current) throw new Error('No field key.'); // refused before
  return localWrapper(() => ({ current, old: old ? [old] : [] }));
}

/** What wraps the keys, as the environment says it. */
export const keyWrapperConfig = z
  .object(fieldKeys)
  .refine(hasOneFieldKey, ONE_FIELD_KEY)
  .transform(wrapperOf);
