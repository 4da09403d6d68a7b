import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAccessToken } from '../../gateway/auth/access-token.ts';
import { httpClient } from '../../gateway/sources/http-client.ts';
import type { SubgraphClient } from '../../gateway/sources/subgraph-client.ts';
import { isLive, stepAt } from '../../subgraphs/codes/domain/token/presentation.ts';
import { clockAlarm } from '../../subgraphs/kit/clock-alarm.ts';
import { systemIdentity } from '../../subgraphs/kit/identity.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { serveHttp } from '../../subgraphs/kit/serve-http.ts';
import { pemSigner } from '../../subgraphs/kit/signing/sealed-signer.ts';
import { verifiedOnce } from '../../subgraphs/kit/verified-once.ts';

/** How far a clock is off. */
const OFF_S = 300;
const TRUE_TIME = new Date('2022-07-20T04:00:00Z').getTime();
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));

/** Sets the clock of this process to so many seconds from the true time. */
function clock(offS: number): void {
  vi.setSystemTime(TRUE_TIME + offS * 1_000);
}

function alarms() {
  const lines: unknown[] = [];
  const error = (line: unknown) => lines.push(line);
  return { lines, log: Object.assign(createLog('test', 'silent'), { error }) };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  clock(0);
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a gateway whose clock is off', () => {
  const begun = TRUE_TIME / 1_000;
  const tokenFrom = (from: number, seconds: number) =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
      .setIssuer('https://sign-in.test')
      .setAudience('https://gateway.test')
      .setSubject('partner')
      .setIssuedAt(from)
      .setExpirationTime(from + seconds)
      .sign(privateKey);

  function reader() {
    const { lines, log } = alarms();
    const rules = {
      ...{ issuer: 'https://sign-in.test', audience: 'https://gateway.test' },
      ...{ keys: async () => publicKey, onClock: clockAlarm(log, 'sign-in provider') },
    };
    return { lines, read: verifiedOnce((token) => readAccessToken(token, rules)) };
  }

  it('ahead: takes tokens for ended too early, and takes them again when it is right', async () => {
    const { read } = reader();
    const token = await tokenFrom(begun, OFF_S);
    clock(OFF_S);
    await expect(read(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
    clock(0);
    expect(await read(token)).toMatchObject({ subject: 'partner' });
  });

  it('behind: refuses what was made just now and says so once, rather than take what has ended', async () => {
    const { read, lines } = reader();
    const token = await tokenFrom(begun, 600);
    clock(-OFF_S);
    for (let n = 0; n < 3; n += 1) {
      await expect(read(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect(lines).toEqual([{ alarm: 'CLOCK_SUSPECT', other: 'sign-in provider', aheadS: OFF_S }]);
    clock(0);
    expect(await read(token)).toMatchObject({ subject: 'partner' });
  });

  it('behind: a token from before it was off ends late by what it is off, and no later', async () => {
    const { read } = reader();
    const token = await tokenFrom(begun - 1_000, 1_000);
    clock(-1);
    expect(await read(token)).toMatchObject({ subject: 'partner' });
    clock(0);
    await expect(read(token)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });
});

describe('a gateway and a subgraph whose clocks are apart', () => {
  const { lines, log } = alarms();
  const executed: string[] = [];
  let [offS, app, client]: [number, FastifyInstance | null, SubgraphClient | null] = [
    0,
    null,
    null,
  ];

  beforeAll(async () => {
    app = serveHttp(
      {
        ...{ name: 'codes', sdl: '' },
        async execute({ requestId }) {
          executed.push(requestId ?? '');
          return { data: { a: 1 } };
        },
        reaches: async () => true,
        close: async () => undefined,
      },
      ...([publicKey, log] as const),
    );
    // From when a request arrives until it is answered, it is the subgraph's time.
    app.addHook('onRequest', async () => {
      clock(offS);
    });
    app.addHook('onSend', async () => {
      clock(0);
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    client = httpClient({
      ...{ name: 'codes', identitySigner: pemSigner(pem, 'EdDSA'), restMs: 50 },
      origin: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    });
  });

  afterAll(async () => {
    await client?.close();
    await app?.close();
  });

  const ask = (requestId: string, query = '{ a }') =>
    client!.execute({ query, requestId }, systemIdentity('a', '330000'));

  it.each([OFF_S, -OFF_S])(
    'by %i s: nothing is done, nobody is let in, the subgraph says which clock, and all is well afterwards',
    async (apart) => {
      offS = apart;
      for (const query of ['{ a }', 'mutation { a }']) {
        await expect(ask('apart', query)).rejects.toMatchObject({
          ...{ code: 'UPSTREAM_TIMEOUT', message: 'A part of the graph does not answer.' },
        });
      }
      expect(executed).not.toContain('apart');
      if (apart === OFF_S) {
        expect(lines).toEqual([{ alarm: 'CLOCK_SUSPECT', other: 'gateway', aheadS: -OFF_S }]);
      }
      offS = 0;
      await expect.poll(() => ask('right').catch(() => null)).toEqual({ data: { a: 1 } });
    },
  );

  it('by a few seconds: nothing is refused', async () => {
    for (offS of [4, -4]) expect(await ask('close')).toEqual({ data: { a: 1 } });
  });
});

it.each([OFF_S, -OFF_S])('a code that is shown by a clock %i s off is not live', (off) => {
  const now = new Date(TRUE_TIME);
  expect(isLive({ step: stepAt(new Date(TRUE_TIME + off * 1_000)) }, now)).toBe(false);
  expect(isLive({ step: stepAt(now) }, now)).toBe(true);
});
