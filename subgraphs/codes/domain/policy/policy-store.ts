import type { Page, Rows } from '../../../kit/page.ts';
import type { NewPolicy, PolicyVersion } from './draft.ts';
import type { CodeWithEvidence } from './dry-run.ts';

/** A policy as it was proposed; it never changes. */
export interface PolicyDraft extends NewPolicy {
  readonly id: string;
  readonly createdAt: Date;
}

/** Policies, kept. */
export interface PolicyStore {
  /** Until the transaction ends nobody else who asks for it changes what is in force in a region. */
  lock(region: string): Promise<void>;
  /** All versions of a region, withdrawn ones among them. */
  versions(region: string): Promise<readonly PolicyVersion[]>;
  /** The newest version first. */
  list(region: string, page: Page): Promise<Rows<PolicyVersion>>;
  find(region: string, version: number): Promise<PolicyVersion | null>;
  addDraft(draft: PolicyDraft): Promise<void>;
  draft(id: string): Promise<PolicyDraft | null>;
  /** Publishes a version; false when the region has one of this number. Atomic. */
  publish(version: PolicyVersion): Promise<boolean>;
  /** Ends a version at an instant; false when it was withdrawn before. Atomic. */
  withdraw(region: string, version: number, at: Date): Promise<boolean>;
  /**
   * All codes of a region with their evidence, in chunks: in the order of their ids those behind
   * `start`, then the others.
   */
  codes(region: string, start: string): AsyncIterable<readonly CodeWithEvidence[]>;
}
