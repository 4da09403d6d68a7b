// What the command line migrates.
export { storage } from './persistence/storage.ts';
export { DELIVERY_QUEUE } from './persistence/names.ts';
