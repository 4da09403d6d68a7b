import { describe, expect, it } from 'vitest';
import { requireAccess } from './access.ts';
import type { Identity } from './identity.ts';

interface Row {
  readonly title: string;
  readonly needs: readonly (readonly string[])[];
  readonly kind?: Identity['kind'];
  readonly scopes: readonly string[];
  readonly purpose?: string;
  readonly code: string | null;
}

describe('access', () => {
  it.each<Row>([
    { title: 'one alternative held', needs: [['a'], ['b']], scopes: ['b'], code: null },
    { title: 'part of one', needs: [['a', 'b']], scopes: ['a'], code: 'SCOPE_MISSING' },
    { title: 'nothing', needs: [['a']], scopes: [], code: 'SCOPE_MISSING' },
    { title: 'nothing asked', needs: [[]], scopes: [], code: null },
    {
      ...{ title: 'an official about people, for nothing', needs: [['resident:read']] },
      ...{ scopes: ['resident:read'], code: 'PURPOSE_NOT_ALLOWED' },
    },
    {
      ...{ title: 'an official about people, for something', needs: [['resident:read']] },
      ...{ scopes: ['resident:read'], purpose: 'REVIEW', code: null },
    },
    {
      ...{ title: 'an official who passes by another right', needs: [['code:read'], ['x']] },
      ...{ scopes: ['code:read', 'x'], code: null },
    },
    {
      ...{ title: 'a resident about oneself', needs: [['resident:read'], ['self']] },
      ...{ kind: 'RESIDENT', scopes: ['self'], code: null },
    },
  ])('$title: $code', ({ needs, kind = 'OFFICIAL', scopes, purpose, code }) => {
    const check = () => {
      requireAccess('Query.x', needs, { kind, scopes, purpose });
    };
    if (code === null) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code }));
  });
});
