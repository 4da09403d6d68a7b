// What the command line migrates.
export { storage } from './persistence/storage.ts';
export { LOOK_QUEUE } from './worker.ts';
