import { effectScope } from 'vue';
import { expect, it } from 'vitest';
import { beforeSignOut, sendBeforeSignOut, type SendWaiting } from './before-sign-out.ts';

function waits(send: SendWaiting): () => void {
  const scope = effectScope();
  scope.run(() => {
    beforeSignOut(send);
  });
  return () => {
    scope.stop();
  };
}

it('nobody waits for nothing', async () => {
  expect(await sendBeforeSignOut()).toBe(true);
});

it('the session may end once all that waits has arrived', async () => {
  const sent: string[] = [];
  const ends = ['a', 'b'].map((name) =>
    waits(async () => {
      await Promise.resolve();
      return sent.push(name) > 0;
    }),
  );
  expect(await sendBeforeSignOut()).toBe(true);
  expect(sent).toEqual(['a', 'b']);
  for (const end of ends) end();
});

it('the session may not end while one did not arrive, and may when its page is gone', async () => {
  const end = waits(() => Promise.resolve(false));
  expect(await sendBeforeSignOut()).toBe(false);
  end();
  expect(await sendBeforeSignOut()).toBe(true);
});
