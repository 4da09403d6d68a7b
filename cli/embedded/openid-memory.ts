import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/**
 * What the embedded provider keeps between requests: with client credentials only which client
 * assertions were used, for their minute of life. Access tokens are JWTs and are not kept. A
 * restart forgets assertions, so one could be replayed within that minute.
 */
export class OpenIdMemory implements Adapter {
  readonly #kept = new Map<string, Kept>();

  upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const now = Date.now();
    for (const [key, { until }] of this.#kept) if (until <= now) this.#kept.delete(key);
    this.#kept.set(id, { payload, until: now + expiresIn * 1_000 });
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    const kept = this.#kept.get(id);
    return Promise.resolve(kept && kept.until > Date.now() ? kept.payload : undefined);
  }

  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  findByUid(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  consume(id: string): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept) {
      const consumed = Math.floor(Date.now() / 1_000);
      this.#kept.set(id, { ...kept, payload: { ...kept.payload, consumed } });
    }
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.#kept.delete(id);
    return Promise.resolve();
  }

  revokeByGrantId(): Promise<void> {
    return Promise.resolve();
  }
}
