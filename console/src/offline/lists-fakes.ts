import { signTerms } from '../../../subgraphs/codes/domain/recognition/terms.ts';
import { signStatement } from '../../../subgraphs/codes/domain/status/statement.ts';
import type { KeyUse, Signer } from '../../../subgraphs/codes/domain/token/keys.ts';
import { signTrustList } from '../../../subgraphs/codes/domain/trust/trust-list.ts';
import { rootKey } from '../../../subgraphs/codes/verify/index.ts';
import type { AboutLists, KeptList, ListKind, ListStore, TrustRoots } from './kept-lists.ts';
import type { OfferedLists } from './list-keeper.ts';

/** The instant at which tests look. */
export const NOW = new Date('2022-11-24T02:42:00Z');
/** The region whose lists they are. */
export const REGION = '510000';
const DAY_MS = 86_400_000;
const after = (ms: number) => new Date(NOW.getTime() + ms);

async function aSigner(): Promise<Signer> {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  const hash = { name: 'ECDSA', hash: 'SHA-256' };
  return {
    ...(await rootKey(spki)),
    alg: 'ES256',
    sign: async (data) =>
      new Uint8Array(await crypto.subtle.sign(hash, pair.privateKey, Uint8Array.from(data))),
  };
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** A gateway that has lists of one region, signed anew whenever they are made. */
export async function aGateway() {
  const [root, status, policy] = await Promise.all([aSigner(), aSigner(), aSigner()]);
  const key = ({ kid, spki }: Signer, use: KeyUse) => ({
    ...{ kid, spki, use, alg: 'ES256' as const, region: REGION, state: 'ACTIVE' as const },
    ...{ notBefore: after(-DAY_MS), notAfter: after(90 * DAY_MS) },
  });
  const keys = [key(status, 'status'), key(policy, 'policy')];
  const life = (issuedAt: Date) => ({ issuedAt, expiresAt: after(7 * DAY_MS) });
  const roots: TrustRoots = { environment: 'demo', threshold: 1, keys: [base64(root.spki)] };
  const trust = await signTrustList(
    {
      ...{ version: 1, environment: 'demo', ...life(after(0)) },
      regions: [{ region: REGION, state: 'ACTIVE', keys }],
    },
    [root],
  );

  async function list(kind: ListKind, bytes: Uint8Array): Promise<KeptList> {
    const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
    const etag = [...new Uint8Array(digest)]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
    return { kind, etag, bytes };
  }

  return {
    roots,
    /** All lists, as of some seconds after {@link NOW}. */
    async lists(seconds: number): Promise<KeptList[]> {
      const made = life(after(seconds * 1_000));
      const said = { lists: [], ctis: [], places: [], kids: [] };
      const statement = await signStatement({ issuer: REGION, ...made, ...said }, status);
      const terms = await signTerms(
        { region: REGION, ...made, policies: [], agreements: [] },
        policy,
      );
      return Promise.all([
        ...[list('trustList', trust), list('terms', terms), list('statements', statement)],
      ]);
    },
    /** What it offers who has some of them. */
    offer(lists: readonly KeptList[], have: readonly string[], given = roots): OfferedLists {
      const offered = lists.map(({ kind, etag, bytes }) => ({
        ...{ kind, etag, bytes: have.includes(etag) ? null : bytes },
      }));
      return { region: REGION, names: {}, roots: given, lists: offered };
    },
  };
}

/** A device's store in memory, with its inside open. */
export function aStore() {
  const kept = new Map<string, KeptList>();
  let [roots, about]: [TrustRoots | null, AboutLists | null] = [null, null];
  const store: ListStore = {
    roots: () => Promise.resolve(roots),
    read: () => Promise.resolve({ about, lists: [...kept.values()] }),
    etags: () => Promise.resolve(new Set(kept.keys())),
    write(_place, lists) {
      ({ roots, about } = lists);
      for (const list of lists.put) kept.set(list.etag, list);
      for (const etag of kept.keys()) if (!lists.keep.has(etag)) kept.delete(etag);
      return Promise.resolve();
    },
    clear() {
      kept.clear();
      [roots, about] = [null, null];
      return Promise.resolve();
    },
  };
  return { store, kept };
}
