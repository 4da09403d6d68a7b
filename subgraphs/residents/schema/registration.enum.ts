import { registerEnumType } from 'type-graphql';

/** Where a registration stands. */
export const RegistrationState = {
  RECEIVED: 'RECEIVED',
  REGISTERED: 'REGISTERED',
  REJECTED: 'REJECTED',
} as const;
export type RegistrationState = (typeof RegistrationState)[keyof typeof RegistrationState];

/** What a reviewer decides. */
export const ReviewDecision = { APPROVE: 'APPROVE', REJECT: 'REJECT' } as const;
export type ReviewDecision = (typeof ReviewDecision)[keyof typeof ReviewDecision];

registerEnumType(RegistrationState, { name: 'RegistrationState' });
registerEnumType(ReviewDecision, { name: 'ReviewDecision' });
