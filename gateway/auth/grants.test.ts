import { describe, expect, it } from 'vitest';
import type { SubgraphClient } from '../sources/subgraph-client.ts';
import { grantsFrom } from './grants.ts';

function residents() {
  const asked: string[] = [];
  const client: SubgraphClient = {
    name: 'residents',
    execute(_operation, { subject }) {
      asked.push(subject);
      const lists = { scopes: [], grants: [], regions: [], purposes: [] };
      const grants = { kind: 'OFFICIAL', subject, residents: null, agency: null, ...lists };
      return Promise.resolve({ data: { grants } });
    },
    reaches: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
  return { asked, grantsOf: grantsFrom(client) };
}

describe('what an account may do', () => {
  it('is asked of residents, once a second', async () => {
    const { asked, grantsOf } = residents();
    await Promise.all([grantsOf('wang', 'r1'), grantsOf('wang', 'r2')]);
    expect(asked).toEqual(['wang']);
  });

  it.each(['publisher', 'retention', 'evidence-resolver'])(
    'is nothing when the provider names it like the process %s',
    async (subject) => {
      const { asked, grantsOf } = residents();
      await expect(grantsOf(subject, 'r1')).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect(asked).toEqual([]);
    },
  );

  it.each(['wang li', "wang'", '王', '', 'x'.repeat(129)])(
    'is nothing, and a fault of nobody, when the provider names it %j',
    async (subject) => {
      const { asked, grantsOf } = residents();
      await expect(grantsOf(subject, 'r1')).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect(asked).toEqual([]);
    },
  );

  it('is asked of residents under a name with a bar in it', async () => {
    const { asked, grantsOf } = residents();
    await grantsOf('auth0|5f7c8ec7', 'r1');
    expect(asked).toEqual(['auth0|5f7c8ec7']);
  });
});
