import { setFlagsFromString } from 'node:v8';

/**
 * Has this process make all objects among the young ones, where those that are dropped cost nothing.
 * V8 else learns where objects are made that stay, and makes all that are made there among the old
 * ones: it learns that of a parser from what it parses at the start, a supergraph, and from then on the
 * document of each request would wait for a collection of the whole heap, with all it refers to. To be
 * called before anything is parsed.
 */
export function allocateYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
