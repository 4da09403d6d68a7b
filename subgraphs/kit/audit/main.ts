import { runProcess } from '../run-process.ts';

// What it is made of is loaded within: that takes most of a start, and it can be stopped meanwhile.
await runProcess('checkpoint', async () =>
  (await import('./serving-checkpointer.ts')).servingCheckpointer(),
);
