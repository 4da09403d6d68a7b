import { parse } from 'graphql';
import { expect, it } from 'vitest';
import type { KnownOperation } from '../hooks/operation-hooks.ts';
import { documentStore } from './document-store.ts';

it('keeps a document that is let through, and none that is only valid', async () => {
  const { cache, keep } = documentStore();
  const [good, refused] = [parse('{ good }'), parse('{ refused }')];
  await cache.set('good', good);
  await cache.set('refused', refused);
  expect(await cache.get('good')).toBeUndefined();
  keep().known?.({ document: good } as unknown as KnownOperation);
  expect(await cache.get('good')).toBe(good);
  expect(await cache.get('refused')).toBeUndefined();
  await cache.delete('good');
  keep().known?.({ document: good } as unknown as KnownOperation);
  expect(await cache.get('good')).toBeUndefined();
});
