import type { ScanAnswer, ScanFault, ScanRequest } from './scan-messages.ts';

/** The reader is fetched with the first picture; a slow line has this long for it. */
const PATIENCE_MS = 30_000;

/** A picture that could not be looked at. */
export class ScanError extends Error {
  override readonly name = 'ScanError';
  readonly fault: ScanFault;
  constructor(fault: ScanFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Reads QR codes in a worker of its own, which starts with the first picture. */
export interface QrReader {
  /** Texts of all codes in a picture. @throws {ScanError} */
  read(image: ImageBitmap | Blob): Promise<readonly string[]>;
  end(): void;
}

interface Waiting {
  readonly resolve: (texts: readonly string[]) => void;
  readonly reject: (error: ScanError) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Makes a reader; nothing is loaded yet. */
export function createQrReader(): QrReader {
  let worker: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  function take(id: number): Waiting | undefined {
    const one = waiting.get(id);
    clearTimeout(one?.timer);
    waiting.delete(id);
    return one;
  }

  /** Ends the worker: what waits fails, and the next picture starts a new one. */
  function end(): void {
    worker?.terminate();
    worker = null;
    for (const id of [...waiting.keys()]) take(id)?.reject(new ScanError('READER'));
  }

  function started(): Worker {
    if (worker) return worker;
    worker = new Worker(new URL('./qr.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', end);
    worker.addEventListener('message', ({ data }: MessageEvent<ScanAnswer>) => {
      const one = take(data.id);
      if ('texts' in data) return one?.resolve(data.texts);
      // A reader that could not be fetched is fetched anew by a new worker.
      if (data.fault === 'READER') end();
      one?.reject(new ScanError(data.fault));
    });
    return worker;
  }

  return {
    end,
    read(image) {
      const id = (lastId += 1);
      const request: ScanRequest = { id, image };
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, timer: setTimeout(end, PATIENCE_MS) });
        started().postMessage(request, image instanceof Blob ? [] : [image]);
      });
    },
  };
}
