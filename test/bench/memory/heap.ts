import { z } from 'zod';

const message = z.object({
  id: z.number().optional(),
  result: z.object({ usedSize: z.number().optional() }).optional(),
});

/** Reads the heap of a process that was started with `--inspect=127.0.0.1:0`. */
export interface Heap {
  /** Bytes in use once all garbage has been collected. */
  afterGc(): Promise<number>;
  close(): void;
}

/** Connects to the inspector that a process named on its standard error. */
export async function openHeap(output: string): Promise<Heap> {
  const [url] = /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(output) ?? [];
  if (url === undefined) throw new Error('The process has no inspector.');
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => {
      reject(new Error('The inspector does not answer.'));
    });
  });
  let calls = 0;

  function call(method: string): Promise<number> {
    calls += 1;
    const id = calls;
    return new Promise((resolve) => {
      const listen = (event: MessageEvent<unknown>) => {
        const said = message.parse(JSON.parse(String(event.data)));
        if (said.id !== id) return;
        socket.removeEventListener('message', listen);
        resolve(said.result?.usedSize ?? 0);
      };
      socket.addEventListener('message', listen);
      socket.send(JSON.stringify({ id, method }));
    });
  }

  return {
    async afterGc() {
      // What a finalizer of the first collection let go is collected by the second.
      await call('HeapProfiler.collectGarbage');
      await call('HeapProfiler.collectGarbage');
      return call('Runtime.getHeapUsage');
    },
    close() {
      socket.close();
    },
  };
}
