import { describe, expect, it } from 'vitest';
import { again } from './again.ts';

/** Does something of which some times fail, until it has been done so often; what came of it. */
async function doneAgain(failing: readonly number[], times: number) {
  const said: unknown[] = [];
  let done = 0;
  const work = () => {
    done += 1;
    return failing.includes(done) ? Promise.reject(new Error(`${done}`)) : Promise.resolve();
  };
  const pause = () => (done < times ? Promise.resolve() : Promise.reject(new Error('enough')));
  const ended = await again(work, { pause, complain: (error) => said.push(String(error)) }).catch(
    String,
  );
  return { done, said, ended };
}

describe('something that is done again and again', () => {
  it('goes on after it failed, and says why it did', async () => {
    expect(await doneAgain([2, 3], 5)).toEqual({
      ...{ done: 5, said: ['Error: 2', 'Error: 3'], ended: 'Error: enough' },
    });
  });

  it('ends when the first time fails', async () => {
    expect(await doneAgain([1], 5)).toEqual({ done: 1, said: [], ended: 'Error: 1' });
  });
});
