/** Signature checks of Node, for {@link VerifierOptions} of a verifier that runs there. */
export { nodeVerify } from '../persistence/node-crypto.ts';
