import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What a network may do to whoever connects through it.
 * `slow`: every answer comes two seconds late. `reset`: connections are refused and reset.
 * `answers lost`: what is asked arrives, and the connection is reset when the answer comes.
 * `half open`: the other side is gone, and this one is not told. `black hole`: nothing goes either
 * way any more. `trickle`: a byte of an answer a second.
 */
export type Fault =
  'none' | 'slow' | 'reset' | 'answers lost' | 'half open' | 'black hole' | 'trickle';

const SLOW_MS = 2_000;
const TRICKLE_MS = 1_000;

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  /** Bytes were lost: no later word can be understood. */
  broken: boolean;
}

/** A way to one port that can be made a bad one, for what is connected and what will be. */
export interface TcpProxy {
  readonly port: number;
  /** How often it was connected to. */
  connected(): number;
  set(fault: Fault): void;
  /** Lets everything pass again; connections on which bytes were lost are reset, or left so. */
  heal(reset?: boolean): void;
  close(): Promise<void>;
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Opens a {@link TcpProxy} before a port of this machine. */
export async function tcpProxy(target: number): Promise<TcpProxy> {
  const pairs = new Set<Pair>();
  let fault: Fault = 'none';
  let count = 0;

  function end(pair: Pair): void {
    pair.near.resetAndDestroy();
    pair.far.destroy();
    pairs.delete(pair);
  }

  async function answer(pair: Pair, bytes: Buffer): Promise<void> {
    if (fault === 'answers lost') end(pair);
    else if (fault === 'black hole' || fault === 'half open') pair.broken = true;
    else if (fault === 'trickle') {
      pair.broken = true;
      for (const byte of bytes) {
        if (pair.near.destroyed) return;
        pair.near.write(Buffer.of(byte));
        await sleep(TRICKLE_MS);
      }
    } else {
      if (fault === 'slow') await sleep(SLOW_MS);
      pair.near.write(bytes);
    }
  }

  const server = createServer({ allowHalfOpen: true }, (near) => {
    count += 1;
    if (fault === 'reset') {
      near.resetAndDestroy();
      return;
    }
    const far = connect({ port: target, host: '127.0.0.1' });
    const pair: Pair = { near, far, broken: false };
    pairs.add(pair);
    if (fault === 'half open') far.destroy();
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.on('data', (bytes) => {
      if (fault === 'black hole' || fault === 'half open') pair.broken = true;
      else far.write(bytes);
    });
    far.on('data', (bytes) => void answer(pair, bytes));
    near.on('end', () => far.end());
    near.on('close', () => {
      far.destroy();
      pairs.delete(pair);
    });
    far.on('close', () => {
      if (fault === 'none') near.destroy();
    });
  });

  return {
    port: await listening(server),
    connected: () => count,
    set(next) {
      fault = next;
      for (const pair of pairs) {
        if (fault === 'reset') end(pair);
        if (fault === 'half open') pair.far.destroy();
      }
    },
    heal(reset = true) {
      fault = 'none';
      for (const pair of pairs) if (reset && (pair.broken || pair.far.destroyed)) end(pair);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const pair of pairs) end(pair);
      }),
  };
}
