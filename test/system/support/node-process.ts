// For tests inside a subgraph, which may not reach into cli/.
export { kill, nodeProcess } from '../../../cli/embedded/test-kit.ts';
