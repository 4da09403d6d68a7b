// What the command line migrates.
export { storage } from './persistence/storage.ts';
