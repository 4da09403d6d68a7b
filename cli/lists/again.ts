/** What doing something again and again needs. */
export interface AgainPorts {
  /** Waits for the next time. */
  readonly pause: () => Promise<unknown>;
  /** Says why one time failed. */
  readonly complain: (error: unknown) => void;
}

/**
 * Does something again and again. When the first time fails, that is how it was called: it rejects. Later
 * failures pass, as when a gateway is started anew, and the next time goes on.
 */
export async function again(
  work: () => Promise<void>,
  { pause, complain }: AgainPorts,
): Promise<never> {
  await work();
  for (;;) {
    await pause();
    await work().catch(complain);
  }
}
