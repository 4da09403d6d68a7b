import { createHash, randomBytes } from 'node:crypto';
import { ID_BYTES, opaqueId } from '../../kit/standards/opaque-id.ts';
import type { AgreementCodes } from '../domain/guardianships.ts';

/** Characters of base 32 in a code: 60 random bits, in groups that people can read out. */
const LENGTH = 12;

const FORM = /^[0-9A-HJKMNP-TV-Z]{12}$/;

/** What base 32 takes for one another, and what people put between. Source: Crockford, base 32. */
function canonical(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** Codes as they are read out: three groups of four. Unguessable, so that no attempts are counted. */
export const agreementCodes: AgreementCodes = {
  make() {
    const text = opaqueId('', randomBytes(ID_BYTES)).slice(-LENGTH);
    return (text.match(/.{4}/g) ?? []).join('-');
  },
  hashOf(code) {
    const text = canonical(code);
    return FORM.test(text) ? createHash('sha256').update(text).digest() : null;
  },
};
