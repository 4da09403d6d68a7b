// What the command line migrates.
export { storage } from './persistence/storage.ts';
export { EXPOSURE_QUEUE } from './worker.ts';
