import { profileOf } from '../recognize/profile.ts';
import { FIRST_BATCHES, inBatches } from './batch-task.ts';

/** Where the main thread of Tongma spends its time under the load of `batch`. */
export const batchProfile = profileOf(inBatches, FIRST_BATCHES);
