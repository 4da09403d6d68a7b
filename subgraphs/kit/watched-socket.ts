import { Socket } from 'node:net';

/**
 * Longest time without a word from the database, in milliseconds: its own limits for statements
 * (15 s) and for transactions in which nothing happens (30 s) end before. Idle connections of a pool
 * are closed sooner.
 */
export const SILENT_MS = 40_000;

/**
 * What a driver connects with. A connection whose other end has gone without a word (a failed
 * machine, a forgotten entry of a firewall) would be waited for until TCP gives up, a quarter of an
 * hour; this one ends itself, and the pool opens another.
 */
export function watchedSocket(silentMs: number): () => Socket {
  return () => {
    const socket = new Socket();
    socket.setTimeout(silentMs, () => {
      socket.destroy(new Error('Connection terminated: nothing was heard from the database.'));
    });
    return socket;
  };
}
