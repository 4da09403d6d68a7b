import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomOf, SEED } from '../../../test/sample.ts';
import { systemIdentity } from '../../kit/identity.ts';
import { inScope } from '../../kit/scope/unit-of-work.ts';
import { shanghaiDay } from '../../kit/standards/shanghai-day.ts';
import type { Color } from '../domain/color/color.ts';
import type { CodeState } from '../domain/code/health-code.ts';
import { listedStatus } from '../domain/lists/listed-status.ts';
import { openLists, type HeldLists, type ListBundle } from '../domain/lists/held-lists.ts';
import { PLACES } from '../domain/status/place.ts';
import type { TokenClaims } from '../domain/token/claims.ts';
import type { KeyUse } from '../domain/token/keys.ts';
import { signTrustList, trustIndex } from '../domain/trust/trust-list.ts';
import { listPublishing, type ListPublisherParts } from '../list-publisher.ts';
import { intakeWorld, newId, REGION, type IntakeWorld } from './intake-fakes.ts';
import { nodeVerify, sha256 } from './node-crypto.ts';
import { readingPlace } from './reading-changes.ts';
import { signedLists } from './signed-list.store.ts';
import { aKey, aSigner, aTrustList, someClaims } from './signing-fakes.ts';
import { tokenStandings } from './token-standing.store.ts';

const DAY_MS = 86_400_000;
const chance = randomOf(SEED);
const random = () => chance(2 ** 30) / 2 ** 30;
const pick = <T>(...of: readonly T[]): T => of[Math.floor(random() * of.length)]!;

const signers = { status: aSigner(), policy: aSigner() };
const roots = [aSigner(), aSigner()];

interface Made {
  readonly claims: TokenClaims;
  readonly codeId: string;
  state: CodeState;
  color: Color | null;
  horizon: Date | null;
  withdrawn: boolean;
}

describe('lists that a region publishes', () => {
  let world: IntakeWorld;
  let parts: ListPublisherParts;
  let publish: () => Promise<void>;
  /** Publishes in another process, on the same database. */
  let publishThere: () => Promise<void>;
  const made: Made[] = [];

  const later = (milliseconds: number) => {
    world.clock.at = new Date(world.clock.at.getTime() + milliseconds);
  };

  const taken = new Set<number>();
  /** A place that no token here has, in one of two parts. */
  function freeIndex(): number {
    for (;;) {
      const index = Math.floor(random() * PLACES * 2);
      if (taken.has(index)) continue;
      taken.add(index);
      return index;
    }
  }

  /** A code with a token, as issuing leaves them. */
  async function add(given: Partial<Made> = {}, kind: 'DYNAMIC' | 'PAPER' = 'DYNAMIC', age = 0) {
    const codeId = newId();
    const { at } = world.clock;
    const issuedAt = new Date(Math.floor((at.getTime() - age) / 1_000) * 1_000);
    const life = kind === 'DYNAMIC' ? DAY_MS : 30 * DAY_MS;
    const claims = someClaims({
      ...{ kind, issuer: REGION, issuedAt, expiresAt: new Date(issuedAt.getTime() + life) },
      cti: crypto.getRandomValues(new Uint8Array(8)),
      statusIndex: freeIndex(),
    });
    const state = given.state ?? 'ACTIVE';
    const one: Made = {
      ...{ claims, codeId, state, horizon: given.horizon ?? null, withdrawn: false },
      color: state === 'ACTIVE' ? (given.color ?? 'GREEN') : null,
    };
    await world.rows(
      `insert into codes.health_code (region, id, resident_id, state, color, decided_at, look_again_at, created_at)
       values ($1, $2, $2, $3, $4, $5, $6, $5)`,
      [REGION, codeId, one.state, one.color, at, one.horizon],
    );
    await world.rows(
      `insert into codes.code_token (region, cti, code_id, resident_id, kind, status_index, issued_on, issued_at, expires_at)
       values ($1, $2, $3, $3, $4, $5, $6, $7, $8)`,
      [
        ...[REGION, Buffer.from(claims.cti), codeId, kind, claims.statusIndex],
        ...[shanghaiDay(issuedAt), issuedAt, claims.expiresAt],
      ],
    );
    made.push(one);
    return one;
  }

  async function decide(one: Made, state: CodeState, color: Color | null) {
    Object.assign(one, { state, color });
    await world.rows(
      'update codes.health_code set state = $2, color = $3, decided_at = $4 where id = $1',
      [one.codeId, state, color, world.clock.at],
    );
  }

  async function withdraw(one: Made) {
    one.withdrawn = true;
    await world.rows('update codes.code_token set withdrawn_at = $2 where cti = $1', [
      Buffer.from(one.claims.cti),
      world.clock.at,
    ]);
  }

  const kept = () =>
    inScope(world.orm, systemIdentity('test', REGION), (tx) => signedLists(tx).of([REGION]));

  /** Opens what is published, as a verifier does. */
  async function opened(): Promise<HeldLists> {
    const now = world.clock.at;
    const uses: readonly KeyUse[] = ['status', 'policy'];
    const life = {
      notBefore: new Date(now.getTime() - DAY_MS),
      notAfter: new Date(now.getTime() + DAY_MS),
    };
    const keys = uses.map((use) =>
      aKey(signers[use as 'status'], { region: REGION, use, ...life }),
    );
    const list = aTrustList(keys, {
      issuedAt: new Date(now.getTime() - DAY_MS),
      expiresAt: new Date(now.getTime() + DAY_MS),
    });
    const lists = await kept();
    const of = (kind: string) =>
      lists.filter((one) => one.kind === kind).map(({ signed }) => signed);
    const bundle: ListBundle = {
      trustList: await signTrustList(list, roots),
      ...{ terms: of('TERMS'), agreements: [], statements: of('STATEMENT') },
      statusLists: of('STATUS_LIST'),
    };
    const { lists: held, refused } = await openLists(bundle, null, {
      ...{ roots, threshold: 2, environment: 'production', verify: nodeVerify(), now },
      sha256: (bytes) => Promise.resolve(sha256(bytes)),
    });
    expect(refused).toEqual([]);
    return held!;
  }

  /** What lists must say of somebody, as the service would say it. */
  function expected({ state, color, horizon, withdrawn }: Made): string {
    if (withdrawn) return 'WITHDRAWN';
    const pending = horizon !== null && horizon <= world.clock.at;
    return state === 'ACTIVE' && color !== null && !pending ? color : 'SUSPENDED';
  }

  async function differences(): Promise<string[]> {
    const held = await opened();
    const issuer = held.issuers.get(REGION)!;
    return made.flatMap((one) => {
      const row = listedStatus(issuer, one.claims);
      const said = row?.color ?? row?.state ?? 'nothing';
      return said === expected(one) ? [] : [`${said}, not ${expected(one)}`];
    });
  }

  beforeAll(async () => {
    world = await intakeWorld();
    world.clock.at = new Date(Math.floor(Date.now() / 1_000) * 1_000);
    const now = world.clock.at;
    const trust = trustIndex(
      aTrustList([aKey(signers.status, { region: REGION, use: 'status' })], {
        issuedAt: new Date(now.getTime() - DAY_MS),
      }),
    );
    parts = {
      ...{ orm: world.orm, now: () => world.clock.at, log: world.parts.log },
      keys: {
        signer: (_region, use) => (use === 'status' || use === 'policy' ? signers[use] : undefined),
      },
      reference: () => ({ trust, agreements: [], policies: [], regions: new Map() }),
    };
    publish = listPublishing(parts);
    publishThere = listPublishing(parts);
  });
  afterAll(() => world.close());

  it('say of every token what the service says of it', async () => {
    for (let n = 0; n < 150; n += 1) {
      const state = pick<CodeState>('ACTIVE', 'ACTIVE', 'ACTIVE', 'SUSPENDED', 'UNDER_REVIEW');
      const horizon = pick(
        null,
        null,
        new Date(world.clock.at.getTime() + pick(-1, 1) * 3_600_000),
      );
      const kind = pick<'DYNAMIC' | 'PAPER'>('DYNAMIC', 'PAPER');
      const age = pick(2, 5, 16) * 3_600_000 + (kind === 'PAPER' ? pick(0, 29) * DAY_MS : 0);
      const one = await add(
        { state, color: pick<Color>('GREEN', 'YELLOW', 'RED'), horizon },
        kind,
        age,
      );
      if (random() < 0.1) await withdraw(one);
    }
    await publish();
    expect(await differences()).toEqual([]);
  });

  it('follow decisions, withdrawals and new tokens without being made anew', async () => {
    for (let round = 0; round < 4; round += 1) {
      later(61_000);
      for (let n = 0; n < 15; n += 1) {
        const one = pick(...made);
        const color = pick<Color | null>('GREEN', 'YELLOW', 'RED', null);
        await decide(one, color ? 'ACTIVE' : 'SUSPENDED', color);
        if (random() < 0.2) await withdraw(pick(...made));
        if (random() < 0.3) await add({ color: pick<Color>('GREEN', 'RED') }, 'DYNAMIC', 3_600_000);
      }
      await publish();
      expect(await differences()).toEqual([]);
    }
  });

  it('see what was committed after the lists were made, with instants before', async () => {
    const late = await add({ color: 'RED' }, 'DYNAMIC', 100_000);
    later(61_000);
    await publish();
    const one = made[0]!;
    await withdraw(one);
    await decide(late, 'ACTIVE', 'YELLOW');
    await world.rows(
      `update codes.health_code set decided_at = decided_at - interval '55 s' where id = $1`,
      [late.codeId],
    );
    later(10_000);
    await publish();
    expect(await differences()).toEqual([]);
  });

  it('see what a long transaction wrote before lists were made, twice, and committed after', async () => {
    later(3_700_000); // made anew, away from what went before
    const [decided, withdrawn] = [await add({ color: 'GREEN' }), await add({ color: 'GREEN' })];
    await publish();
    const { at } = world.clock;
    const long = new Client({ connectionString: world.database.superuserUrl });
    await long.connect();
    await long.query('begin');
    await long.query(`update codes.health_code set color = 'RED', decided_at = $2 where id = $1`, [
      ...[decided.codeId, at],
    ]);
    await long.query('update codes.code_token set withdrawn_at = $2 where cti = $1', [
      ...[Buffer.from(withdrawn.claims.cti), at],
    ]);
    for (const shorter of [1, 2]) {
      later(5_000 * shorter);
      await decide(pick(...made.slice(0, -2)), 'ACTIVE', 'YELLOW');
      await publish();
      expect(await differences()).toEqual([]);
    }
    await long.query('commit');
    await long.end();
    Object.assign(decided, { color: 'RED' });
    withdrawn.withdrawn = true;
    later(5_000);
    await publish();
    expect(await differences()).toEqual([]);
  });

  it('follow what a process wrote whose clock is ten minutes behind', async () => {
    const [decided, withdrawn] = [await add({ color: 'GREEN' }), await add({ color: 'GREEN' })];
    later(800_000);
    await publish();
    later(5_000);
    const { at } = world.clock;
    world.clock.at = new Date(at.getTime() - 600_000);
    await decide(decided, 'ACTIVE', 'RED');
    await withdraw(withdrawn);
    await add({ color: 'RED' });
    world.clock.at = at;
    await publish();
    expect(await differences()).toEqual([]);
  });

  it('have the operator told of a clock that is not the database’s', async () => {
    const told: number[] = [];
    let apart = 0;
    const publishBy = listPublishing({
      ...{ ...parts, now: () => new Date(Date.now() - apart * 1_000) },
      onClock: (aheadS) => told.push(aheadS),
    });
    for (apart of [0, -30, 30]) await publishBy();
    expect(told).toEqual([]);
    for (apart of [300, -300]) await publishBy();
    expect(told.map((seconds) => Math.round(seconds / 10) * 10)).toEqual([300, -300]);
  });

  it('are made of what a read before could not see', async () => {
    later(3_700_000); // away from what went before
    for (let n = 0; n < 5; n += 1) await add({ color: 'RED' });
    const { at } = world.clock;
    const since = new Date(at.getTime() - 60_000);
    const asked = { since, recently: since, all: false };
    await inScope(world.orm, systemIdentity('test', REGION), async (tx) => {
      const standings = tokenStandings(tx, REGION);
      const before = await standings.changed({ ...asked, seen: null }, at);
      const { seen } = await readingPlace(tx);
      await decide(made.at(-1)!, 'ACTIVE', 'YELLOW');
      const after = await standings.changed({ ...asked, seen }, at);
      expect([before.length, after.map(({ color }) => color)]).toEqual([5, ['YELLOW']]);
    });
  });

  it('say a color again once a look that changed nothing has been done', async () => {
    later(3_700_000); // made anew, away from what went before
    const one = await add(
      { color: 'GREEN', horizon: new Date(world.clock.at.getTime() + 66_000) },
      'PAPER',
      3 * 3_600_000,
    );
    await world.rows(
      `update codes.health_code set decided_at = decided_at - interval '2 h' where id = $1`,
      [one.codeId],
    );
    await publish();
    expect(await differences()).toEqual([]);
    later(66_000); // its time comes; lists are made before the scheduler gets to it
    await publish();
    expect(await differences()).toEqual([]); // SUSPENDED, rightly
    // The scheduler looks again: same state and color, so saveDecided moves look_again_at alone.
    later(1_000);
    one.horizon = new Date(world.clock.at.getTime() + 7 * DAY_MS);
    await world.rows('update codes.health_code set look_again_at = $2 where id = $1', [
      one.codeId,
      one.horizon,
    ]);
    for (let minute = 0; minute < 30; minute += 1) {
      later(61_000);
      await publish();
    }
    expect(await differences()).toEqual([]);
  });

  it('are not signed anew while nothing changes, but for the statement', async () => {
    const digests = async () =>
      new Map(
        (await kept()).map(({ name, digest }) => [name, Buffer.from(digest).toString('hex')]),
      );
    later(200_000); // out of the overlap
    await publish();
    const before = await digests();
    later(61_000);
    await publish();
    const after = await digests();
    const changed = [...after].filter(([name, digest]) => before.get(name) !== digest);
    expect(changed.map(([name]) => name).sort()).toEqual(['statement', 'terms']);
    later(10_000);
    await publish();
    expect(await digests()).toEqual(after);
  });

  it('are all signed anew when the key is another', async () => {
    signers.status = aSigner();
    later(61_000);
    await publish();
    expect(await differences()).toEqual([]);
  });

  it('are made by one process of two, and by the other when that one has ended', async () => {
    const changeOne = () => decide(pick(...made), 'ACTIVE', pick<Color>('GREEN', 'YELLOW', 'RED'));
    const stated = async () => (await kept()).find(({ kind }) => kind === 'STATEMENT')?.issuedAt;
    later(61_000);
    await publish();
    for (let round = 0; round < 3; round += 1) {
      later(61_000);
      await changeOne();
      await publishThere(); // began later: does it from now on
      expect(await differences()).toEqual([]);
      await changeOne();
      later(5_000);
      await publish();
      expect(await stated()).toEqual(new Date(world.clock.at.getTime() - 5_000));
      await publishThere();
      expect(await differences()).toEqual([]);
    }
    later(121_000);
    await changeOne();
    await publish();
    expect(await stated()).toEqual(world.clock.at);
    expect(await differences()).toEqual([]);
  });

  it('are dropped with their last token', async () => {
    const days = async () => (await kept()).filter(({ name }) => name.includes(':dynamic:')).length;
    expect(await days()).toBeGreaterThan(0);
    later(3 * DAY_MS);
    await publish();
    expect(await days()).toBe(0);
  });
});
