import { z } from 'zod';
import { LOG_NAME, type Checkpoint } from './checkpoint.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** Bytes, base64url without padding, in the one way to write them. */
export const bytesText = z
  .string()
  .refine((given) => text(Buffer.from(given, 'base64url')) === given)
  .transform((given) => Buffer.from(given, 'base64url'));

const whole = z.number().int().nonnegative();

/** A checkpoint as it travels between logs, JSON. */
export const checkpointShape = z.object({
  log: z.string().regex(LOG_NAME),
  ...{ number: whole, at: whole, keyId: z.string() },
  ...{ previous: bytesText, root: bytesText, signature: bytesText },
});

/** Writes a checkpoint as {@link checkpointShape} reads it. */
export function checkpointJson({ previous, root, signature, ...rest }: Checkpoint) {
  return { ...rest, previous: text(previous), root: text(root), signature: text(signature) };
}
