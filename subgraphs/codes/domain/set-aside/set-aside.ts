/** Why an event was set aside; a closed list. */
export const SET_ASIDE_FAULTS = ['BROKEN_BODY', 'NOT_THERE', 'NOT_TAKEN_IN'] as const;
/** One fault of the list. */
export type SetAsideFault = (typeof SET_ASIDE_FAULTS)[number];

/** Where an event that was set aside stands; one that was taken in after all is gone from here. */
export const SET_ASIDE_STATES = ['WAITING', 'RETRYING', 'DROPPED'] as const;
/** One of them. */
export type SetAsideState = (typeof SET_ASIDE_STATES)[number];

/** An event that could not be taken in: which, and never what it says or whom it is about. */
export interface SetAsideEvent {
  readonly region: string;
  /** Id of the event. */
  readonly id: string;
  /** Name of the producer's queue. */
  readonly producer: string;
  /** Null when the event itself is not there. */
  readonly kind: string | null;
  readonly fault: SetAsideFault;
  readonly state: SetAsideState;
  /** How often it was set aside. */
  readonly times: number;
  readonly setAsideAt: Date;
}
