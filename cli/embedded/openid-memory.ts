import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/**
 * What the embedded provider keeps between requests, one of these for each kind of thing: sign-ins
 * on their way, for ten minutes, and client assertions that were used, for their minute of life.
 * Access tokens are JWTs and are not kept. A restart forgets all: a sign-in begins anew, and an
 * assertion could be replayed within its minute.
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

  /** Only sessions have a `uid`: a code stands as long as the session it was given in. */
  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const [id] = [...this.#kept].find(([, { payload }]) => payload.uid === uid) ?? [];
    return id === undefined ? Promise.resolve(undefined) : this.find(id);
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

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#kept) {
      if (payload.grantId === grantId) this.#kept.delete(id);
    }
    return Promise.resolve();
  }
}
