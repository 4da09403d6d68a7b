// What the command line migrates.
export { storage } from './persistence/storage.ts';
export { REHEARSAL_QUEUE } from './rehearsal/worker.ts';
