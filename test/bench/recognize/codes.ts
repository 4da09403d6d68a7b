import { randomBytes } from 'node:crypto';
import { PAPER_DAYS } from '../../../subgraphs/codes/domain/code/issued-token.ts';
import { codeStore } from '../../../subgraphs/codes/persistence/code.store.ts';
import { CodeTokenRow } from '../../../subgraphs/codes/persistence/code-token.entity.ts';
import { HealthCodeRow } from '../../../subgraphs/codes/persistence/health-code.entity.ts';
import { openKeyFile } from '../../../subgraphs/codes/persistence/key-file.ts';
import { storage } from '../../../subgraphs/codes/persistence/storage.ts';
import { tokenSigner } from '../../../subgraphs/codes/persistence/token-signer.ts';
import { openOrm } from '../../../subgraphs/kit/orm.ts';
import { inScope } from '../../../subgraphs/kit/scope/unit-of-work.ts';
import { shanghaiDay } from '../../../subgraphs/kit/standards/shanghai-day.ts';

/** Where the codes are issued, and where they are presented: an agreement of the demo, DIRECT. */
export const ISSUER = '330000';
/** See {@link ISSUER}. */
export const RECEIVER = '510000';

const SCOPE = { regions: [ISSUER], residents: '*', subject: 'bench' } as const;
const BATCH = 1_000;

/**
 * Issues paper codes, all distinct, spread over the green residents of the issuing region, or over
 * those whose codes are named. They are stored and signed by the codes subgraph's own modules, many
 * in a statement.
 */
export async function makeCodes(
  url: string,
  keysFile: string,
  count: number,
  named?: readonly string[],
): Promise<string[]> {
  const orm = await openOrm(storage, url, 2);
  const keys = openKeyFile(keysFile, () => undefined).keys();
  const sign = tokenSigner({
    signer: (region, use) => keys.find((key) => key.region === region && key.use === use)?.signer,
  });
  const issuedAt = new Date(Math.floor(Date.now() / 1_000) * 1_000); // tokens count seconds
  const issuedOn = shanghaiDay(issuedAt);
  const expiresAt = new Date(issuedAt.getTime() + PAPER_DAYS.least * 86_400_000);
  try {
    return await inScope(orm, SCOPE, async (tx) => {
      const em = await tx();
      const green = { region: ISSUER, state: 'ACTIVE', color: 'GREEN' } as const;
      const ids = named ?? (await em.find(HealthCodeRow, green)).map(({ id }) => id);
      const codes = (await codeStore(tx).findMany(ids)).filter((code) => code !== null);
      const list = { region: ISSUER, kind: 'PAPER', issuedOn } as const;
      const [last] = await em.find(CodeTokenRow, list, {
        ...{ orderBy: { statusIndex: 'desc' as const }, limit: 1 },
      });
      const free = (last?.statusIndex ?? -1) + 1;
      const tokens = Array.from({ length: count }, (_, index) => {
        const code = codes[index % codes.length];
        if (!code) throw new Error('Nobody of the issuing region is green.');
        const times = { issuedOn, issuedAt, expiresAt };
        const holder = { codeId: code.id, residentId: code.residentId };
        const own = { cti: randomBytes(8), statusIndex: free + index };
        return {
          code,
          token: { region: ISSUER, kind: 'PAPER' as const, ...holder, ...own, ...times },
        };
      });
      for (let from = 0; from < count; from += BATCH) {
        await em.insertMany(
          CodeTokenRow,
          tokens.slice(from, from + BATCH).map(({ token }) => token),
        );
      }
      return Promise.all(
        tokens.map(({ token, code }) => sign(token, { color: 'GREEN', code, holderKey: null })),
      );
    });
  } finally {
    await orm.close();
  }
}
