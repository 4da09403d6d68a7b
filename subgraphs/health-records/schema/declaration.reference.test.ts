import DataLoader from 'dataloader';
import { expect, it } from 'vitest';
import { anOfficial } from '../domain/record-fakes.ts';
import type { Declaration } from '../domain/records.ts';
import { declarationByKey } from './declaration.reference.ts';

const declaration: Declaration = {
  ...{ region: '330100', id: 'd', residentId: 'r', recordedBy: 'desk', symptoms: ['FEVER'] },
  ...{
    temperature: 38.1,
    contactWithCase: false,
    atDesk: false,
    dueAt: new Date(0),
    declaredAt: new Date('2022-07-01T04:00:00Z'),
  },
  ...{ state: 'PENDING', reviewedAt: null, reviewReason: null },
};

it.each([
  { scope: 'health:read', seen: true },
  { scope: 'declaration:review', seen: true },
  { scope: 'self', seen: true },
  { scope: 'declaration:write', seen: false },
  { scope: 'code:verify', seen: false },
  { scope: 'resident:read', seen: false },
])('a declaration asked for by its key with $scope: seen $seen', async ({ scope, seen }) => {
  const identity = anOfficial('official', { scopes: [scope] });
  const declarationById = new DataLoader<string, Declaration | null>((ids) =>
    Promise.resolve(ids.map(() => declaration)),
  );
  const found = await declarationByKey({ id: 'd' }, { identity, declarationById });
  expect(found).toEqual(seen ? declaration : null);
});
