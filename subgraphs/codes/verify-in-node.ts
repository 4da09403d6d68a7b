/** Signature checks of Node, for the options of an offline verifier (`verify/`) that runs there. */
export { nodeVerify } from './persistence/node-crypto.ts';
export { verifyThreads, type VerifyThreads } from './persistence/verify-threads.ts';
