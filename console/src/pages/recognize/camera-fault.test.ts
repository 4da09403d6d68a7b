import { expect, it } from 'vitest';
import { cameraFault } from './camera-fault.ts';

it.each([
  ['NotAllowedError', 'REFUSED'],
  ['NotFoundError', 'NONE'],
  ['OverconstrainedError', 'NONE'],
  ['NotReadableError', 'IN_USE'],
  ['AbortError', 'IN_USE'],
  ['SecurityError', 'INSECURE'],
  ['TypeError', 'OTHER'],
])('a camera that fails with %s is %s', (name, fault) => {
  expect(cameraFault(name)).toBe(fault);
});
