import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { packed, sha256 } from '../../persistence/node-crypto.ts';
import { aKey, aSigner, NOW } from '../../persistence/signing-fakes.ts';
import { COLORS } from '../color/color.ts';
import type { PolicyTerm } from '../policy/versions.ts';
import type { Agreement } from '../recognition/agreement.ts';
import { signAgreement } from '../recognition/signed-agreement.ts';
import { RECOGNITION_MODES } from '../recognition/recognition-mode.ts';
import type { TokenStatusRow } from '../recognition/status-source.ts';
import { signTerms } from '../recognition/terms.ts';
import { signStatement } from '../status/statement.ts';
import { signStatusList } from '../status/status-list.ts';
import { statusBook, type TokenStanding } from '../status/status-book.ts';
import { hexOf } from '../token/bytes.ts';
import type { TokenClaims, TokenKind } from '../token/claims.ts';
import { decodeBase45 } from '../token/base45.ts';
import { issueToken, TOKEN_PREFIX } from '../token/issue-token.ts';
import { encodePresentation, stepAt, toBePresented } from '../token/presentation.ts';
import { KEY_USES, type KeyUse, type Signer, type TrustedKey } from '../token/keys.ts';
import { shanghaiDay } from '../../../kit/standards/shanghai-day.ts';
import { signTrustList, trustIndex, type TrustIndex } from '../trust/trust-list.ts';
import type { ListBundle } from './held-lists.ts';

/** Random whole numbers, 0 to `below` - 1. */
export type Chance = (below: number) => number;

/** One code presented somewhere, at an instant. */
export interface Situation {
  readonly text: string;
  readonly presentedIn: string;
  readonly now: Date;
}

/** A world of regions: what its service knows, and the same as signed lists. */
export interface World {
  readonly roots: readonly { readonly kid: string; readonly spki: Uint8Array }[];
  readonly bundle: ListBundle;
  readonly online: {
    readonly trust: TrustIndex;
    readonly agreements: readonly Agreement[];
    readonly policies: readonly PolicyTerm[];
    statusOf(claims: TokenClaims): TokenStatusRow;
  };
  readonly situations: readonly Situation[];
}

const REGIONS = ['330000', '510000', '330100'] as const;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

// Keys are dear to make: all worlds share them, each with other lives and states.
const roots = [aSigner(), aSigner(), aSigner()];
const signers = new Map<string, Signer>(
  REGIONS.flatMap((region) => KEY_USES.map((use) => [`${region} ${use}`, aSigner()] as const)),
);
const signerOf = (region: string, use: KeyUse) => signers.get(`${region} ${use}`) ?? aSigner();

// One holder is enough: nothing depends on who presents.
const HOLDER = (() => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  return { publicKey: Buffer.from(x ?? '', 'base64url'), privateKey };
})();

/** A token as its holder presents it at an instant. */
function presented(text: string, at: Date): string {
  const token = decodeBase45(text.slice(TOKEN_PREFIX.length)) ?? new Uint8Array();
  const step = stepAt(at);
  const signature = sign(null, toBePresented({ token, step }), HOLDER.privateKey);
  return encodePresentation({ token, step, signature });
}

function shifted(of: Date, milliseconds: number): Date {
  return new Date(Math.floor((of.getTime() + milliseconds) / 1_000) * 1_000);
}

/** Draws a world with its situations; the same chance draws the same world but for its keys. */
export async function aWorld(chance: Chance, count: number): Promise<World> {
  const pick = <T>(...of: readonly [T, ...T[]]): T => of[chance(of.length)] ?? of[0];
  const rarely = () => chance(12) === 0;
  const statedAt = NOW;
  // Tokens that are newer than the lists bring a color along; those are tried by themselves.
  const now = shifted(
    statedAt,
    pick(1, 5, 30, 59, 61, 180, 36 * 60) * MINUTE_MS - chance(2) * 1_000,
  );

  const keys: TrustedKey[] = REGIONS.flatMap((region) =>
    KEY_USES.map((use) => {
      const listUse = use === 'status' || use === 'policy';
      return aKey(signerOf(region, use), {
        ...{ region, use, state: !listUse && rarely() ? 'TERMINATED' : 'ACTIVE' },
        notAfter: shifted(statedAt, !listUse && rarely() ? -2 * HOUR_MS : 90 * DAY_MS),
      });
    }),
  );
  const trustList = {
    version: 1 + chance(1_000),
    environment: 'production' as const,
    issuedAt: shifted(statedAt, -DAY_MS),
    expiresAt: shifted(statedAt, pick(1, 6, 6, 6) * DAY_MS),
    regions: REGIONS.map((region) => ({
      region,
      roles: rarely() ? (['RECEIVER'] as const) : (['ISSUER', 'RECEIVER'] as const),
      state: rarely() ? ('SUNSET' as const) : ('ACTIVE' as const),
      keys: keys.filter((key) => key.region === region),
    })),
  };
  const policies: PolicyTerm[] = REGIONS.flatMap((region) =>
    Array.from({ length: chance(3) }, (_, at) => ({
      ...{ region, version: at + 1, statusMaxAgeMinutes: pick(10, 60, 90) },
      validFrom: shifted(statedAt, (chance(4) - 2) * HOUR_MS),
      validTo: pick(null, null, shifted(statedAt, 2 * HOUR_MS)),
    })),
  );
  const agreements: Agreement[] = REGIONS.flatMap((receiver) =>
    REGIONS.filter((issuer) => issuer !== receiver && chance(4) > 0).map((issuer) => ({
      ...{ receiver, issuer, version: 1 + chance(3), mode: pick(...RECOGNITION_MODES) },
      colorMap: Object.fromEntries(
        COLORS.filter(() => !rarely()).map((color) => [color, pick(color, color, ...COLORS)]),
      ),
      conditions: rarely()
        ? [
            {
              id: 'TEST',
              kind: 'NOT_DETECTED_WITHIN' as const,
              hours: 48,
              colors: ['YELLOW'] as const,
            },
          ]
        : [],
      validFrom: shifted(statedAt, rarely() ? DAY_MS : -DAY_MS),
      validTo: shifted(statedAt, rarely() ? -HOUR_MS : 30 * DAY_MS),
      withdrawnAt: rarely() ? shifted(statedAt, pick(-1, 1) * HOUR_MS) : null,
    })),
  );

  const books = new Map(REGIONS.map((region) => [region, statusBook(region)]));
  const standings = new Map<string, TokenStanding>();

  async function aCode(): Promise<string> {
    const issuer = pick(...REGIONS);
    const kind = pick<TokenKind>('DYNAMIC', 'DYNAMIC', 'PAPER', 'PAPER', 'SPECIMEN');
    const age = kind === 'PAPER' ? pick(1, 24, 24 * 29, 24 * 31) : pick(1, 5, 23, 25);
    const issuedAt = shifted(statedAt, -age * HOUR_MS - chance(HOUR_MS));
    const claims: TokenClaims = {
      ...{ issuer: rarely() ? pick(...REGIONS) : issuer, kind, issuedAt },
      expiresAt: shifted(issuedAt, kind === 'PAPER' ? 30 * DAY_MS : DAY_MS),
      ...{ cti: randomBytes(8), color: pick(...COLORS), statusIndex: chance(2 ** 21) },
      ...{ heldByProxy: chance(2) === 0, maskedName: '张*', birthMonthDay: '0412', policyId: '9' },
      holderKey: kind === 'DYNAMIC' && !rarely() ? HOLDER.publicKey : null,
    };
    if (kind !== 'SPECIMEN') {
      const state = pick('ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'SUSPENDED', 'UNDER_REVIEW');
      const standing: TokenStanding = {
        ...{ kind, issuedOn: shanghaiDay(issuedAt), statusIndex: claims.statusIndex },
        ...{ cti: claims.cti, issuedAt, expiresAt: claims.expiresAt, state },
        color: state === 'ACTIVE' ? pick(...COLORS) : null,
        lookAgainAt: pick(null, null, shifted(statedAt, pick(-1, 72) * HOUR_MS)),
        withdrawnAt: rarely() ? shifted(statedAt, -MINUTE_MS) : null,
      };
      books.get(issuer)?.write(standing, statedAt);
      standings.set(hexOf(claims.cti), standing);
    }
    const use = { DYNAMIC: 'dynamic', PAPER: 'paper', SPECIMEN: 'specimen' } as const;
    const text = await issueToken(
      claims,
      signerOf(issuer, rarely() ? pick(...KEY_USES) : use[kind]),
    );
    return kind === 'DYNAMIC' && chance(4) > 0
      ? presented(text, shifted(now, pick(0, 0, 0, -200) * 1_000))
      : text;
  }

  const texts: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const text = await aCode();
    const at = 5 + chance(text.length - 5);
    texts.push(rarely() ? `${text.slice(0, at)}${pick('0', 'A', ':')}${text.slice(at + 1)}` : text);
  }

  const statements: Uint8Array[] = [];
  const statusLists: Uint8Array[] = [];
  const terms: Uint8Array[] = [];
  const life = { issuedAt: statedAt, expiresAt: shifted(statedAt, 7 * DAY_MS) };
  for (const region of REGIONS) {
    const book = books.get(region) ?? statusBook(region);
    const lists = [];
    for (const { id, expiresAt, bits } of book.lists(statedAt)) {
      const about = { id, issuedAt: statedAt, expiresAt };
      const list = await signStatusList(about, packed(bits), signerOf(region, 'status'));
      statusLists.push(list);
      lists.push({ id, digest: sha256(list) });
    }
    const said = { lists, ctis: book.withdrawn(statedAt), places: [], kids: [] };
    const statement = { issuer: region, ...life, ...said };
    statements.push(await signStatement(statement, signerOf(region, 'status')));
    const own = {
      region,
      policies: policies.filter((policy) => policy.region === region),
      agreements: agreements
        .filter(({ receiver }) => receiver === region)
        .map(({ issuer, version, withdrawnAt }) => ({
          ...{ issuer, version, withdrawnAt: withdrawnAt ?? null },
        })),
    };
    terms.push(await signTerms({ ...own, ...life }, signerOf(region, 'policy')));
  }
  const signed = await Promise.all(
    agreements.map((agreement) => {
      const sides = [agreement.receiver, agreement.issuer].map((side) => signerOf(side, 'policy'));
      return signAgreement(agreement, sides);
    }),
  );

  return {
    roots,
    bundle: {
      trustList: await signTrustList(trustList, roots.slice(0, 2)),
      ...{ terms, agreements: signed, statements, statusLists },
    },
    online: {
      ...{ trust: trustIndex(trustList), agreements, policies },
      statusOf({ cti }) {
        const standing = standings.get(hexOf(cti));
        if (!standing) return { state: 'UNKNOWN', color: null, horizon: null, asOf: statedAt };
        const { state, color, lookAgainAt, withdrawnAt } = standing;
        const horizon = lookAgainAt && lookAgainAt <= statedAt ? lookAgainAt : null;
        if (withdrawnAt) return { state: 'WITHDRAWN', color: null, horizon, asOf: statedAt };
        return { state, color, horizon, asOf: statedAt };
      },
    },
    situations: texts.map((text) => ({ text, presentedIn: pick(...REGIONS), now })),
  };
}
