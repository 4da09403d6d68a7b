import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
} from 'cockatiel';

/** Failures in a row after which a subgraph is not asked for a while. */
const OPENS_AFTER = 5;
/** How long it is not asked; then one request tries. */
const REST_MS = 1_000;

/** Whether a subgraph is asked (closed), not asked (open), or being tried with one request. */
export const BREAKER_STATES = ['closed', 'open', 'half-open'] as const;

/** One of {@link BREAKER_STATES}. */
export type BreakerState = (typeof BREAKER_STATES)[number];

/** Keeps requests from waiting for a subgraph that does not answer. */
export interface Breaker {
  readonly state: BreakerState;
  /**
   * Does the work, unless the subgraph has failed again and again.
   * @throws {NotAskedError} at once, without having done anything
   */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** A subgraph was not asked, because it did not answer those before. */
export class NotAskedError extends Error {
  override readonly name = 'NotAskedError';
}

/** Whoever asked has gone before the answer: this says nothing about the subgraph. */
export class AskerGoneError extends Error {
  override readonly name = 'AskerGoneError';
}

/** A subgraph answered that it does not take such a request: this says nothing about the others. */
export class RequestRefusedError extends Error {
  override readonly name = 'RequestRefusedError';
}

/** Settings of {@link createBreaker}. */
export interface BreakerOptions {
  /** Default: 1,000. */
  readonly restMs?: number;
  /** Is told of each change. Default: nobody is. */
  readonly onChange?: ((state: BreakerState) => void) | undefined;
}

const NAMES: Readonly<Partial<Record<CircuitState, BreakerState>>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
};

/** A breaker that opens after five failures in a row, and tries with one request a second. */
export function createBreaker({ restMs = REST_MS, onChange }: BreakerOptions = {}): Breaker {
  const policy = circuitBreaker(
    handleWhen(
      (error) => !(error instanceof AskerGoneError || error instanceof RequestRefusedError),
    ),
    { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(OPENS_AFTER) },
  );
  const nameOf = (state: CircuitState) => NAMES[state] ?? 'open';
  policy.onStateChange((state) => onChange?.(nameOf(state)));
  return {
    get state() {
      return nameOf(policy.state);
    },
    async run(work) {
      // Others would wait for what the one that tries learns: up to a whole time-out.
      if (policy.state === CircuitState.HalfOpen) throw new NotAskedError('It is being tried.');
      try {
        return await policy.execute(work);
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        throw new NotAskedError('It did not answer those before.', { cause: error });
      }
    },
  };
}
