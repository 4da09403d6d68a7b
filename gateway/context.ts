import type { Identity } from '../subgraphs/kit/identity.ts';

/** What every part of the gateway knows of one request. */
export interface GatewayContext {
  /** Who asks. Undefined only while the gateway itself starts. */
  readonly identity?: Identity;
  /** Appears in answers, errors and logs. */
  readonly requestId: string;
}
