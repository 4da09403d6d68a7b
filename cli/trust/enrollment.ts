import { z } from 'zod';
import { StartError } from '../start-error.ts';

const shape = z.object({
  region: z.string(),
  names: z.object({ ZH_HANS: z.string(), ZH_HANT: z.string(), EN: z.string() }),
  /** SPKI, DER, base64. */
  uploadKey: z.string(),
});

/** What a region gives the authority once, before its first upload. Nothing in it is secret. */
export type Enrollment = z.infer<typeof shape>;

/** Reads an enrollment. @throws {StartError} when it is none */
export function enrollment(bytes: Uint8Array): Enrollment {
  try {
    return shape.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (cause) {
    throw new StartError('This file is no enrollment of a region.', { cause });
  }
}
