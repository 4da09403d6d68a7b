import type { DomainError, ErrorCode } from './domain-error.ts';

/**
 * Whether whoever asks may do something to a thing, and if not, why. `action` is the name of the
 * mutation. Source: SECURITY.md, Roles.
 */
export interface AllowedAction {
  readonly action: string;
  readonly allowed: boolean;
  /** What the mutation would be refused with; null when it is allowed. */
  readonly reasonCode: ErrorCode | null;
}

/** Says of an action what stands against it; null = nothing does. */
export type Obstacle = DomainError | null;

/** Asks each check what stands against its action. The mutation throws what its check gives. */
export function allowedActions(checks: Readonly<Record<string, () => Obstacle>>): AllowedAction[] {
  return Object.entries(checks).map(([action, check]) => {
    const obstacle = check();
    return { action, allowed: obstacle === null, reasonCode: obstacle?.code ?? null };
  });
}

/** Throws what stands against an action. @throws {DomainError} the obstacle */
export function refuseIf(obstacle: Obstacle): void {
  if (obstacle) throw obstacle;
}
