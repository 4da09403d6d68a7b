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
  { scope: 'health:read', by: 'official', seen: true },
  { scope: 'declaration:review', by: 'official', seen: true },
  { scope: 'self', by: 'official', seen: true },
  { scope: 'declaration:write', by: 'official', seen: false },
  { scope: 'declaration:write', by: 'desk', seen: true },
  { scope: 'code:verify', by: 'desk', seen: false },
  { scope: 'resident:read', by: 'desk', seen: false },
])('§1.9 a declaration asked for with $scope by $by: seen $seen', async ({ scope, by, seen }) => {
  const identity = anOfficial(by, { scopes: [scope] });
  const declarationById = new DataLoader<string, Declaration | null>((ids) =>
    Promise.resolve(ids.map(() => declaration)),
  );
  const found = await declarationByKey({ id: 'd' }, { identity, declarationById });
  expect(found).toEqual(seen ? declaration : null);
});
