import { CombinedError } from '@urql/vue';
import { effectScope } from 'vue';
import { expect, it } from 'vitest';
import { CHUNK, receiptsOf, useSending, type SendRows } from './sending.ts';

const rows = Array.from({ length: CHUNK + 2 }, (_empty, at) => ({ documentNumber: String(at) }));

function sending(send: SendRows) {
  const scope = effectScope();
  const made = scope.run(() => useSending(send));
  if (!made) throw new Error('No scope.');
  return {
    ...made,
    leave: () => {
      scope.stop();
    },
  };
}

it('every row has a receipt, by its place in the file', () => {
  const refused = [{ line: 2, field: 'result', code: 'TERM' }];
  expect(receiptsOf({ id: 's', refused }, 500, 2)).toEqual([
    { row: 501, submission: 's', refused: null },
    { row: 502, submission: 's', refused: { field: 'result', code: 'TERM' } },
  ]);
});

it('a file is sent in parts, and goes on where a fault stopped it', async () => {
  const sizes: number[] = [];
  const file = sending((part) => {
    sizes.push(part.length);
    return Promise.resolve(
      sizes.length === 2
        ? { error: new CombinedError({ networkError: new Error('gone') }) }
        : { answer: { id: String(sizes.length), refused: [] } },
    );
  });
  await file.go(rows);
  expect([file.state.value, file.done.value]).toEqual(['stopped', CHUNK]);
  await file.go(rows);
  expect([file.state.value, file.done.value, file.refused.value]).toEqual(['done', CHUNK + 2, []]);
  expect(sizes).toEqual([CHUNK, 2, 2]);
});

it('a page that is left sends no more', async () => {
  let sent = 0;
  const file = sending(() => {
    sent += 1;
    file.leave();
    return Promise.resolve({ answer: { id: 's', refused: [] } });
  });
  await file.go(rows);
  expect(sent).toBe(1);
});

it('a file that is stopped and goes on while a part is under way is sent once', async () => {
  const sent: string[] = [];
  const answers: ((arrived: boolean) => void)[] = [];
  const file = sending(async ([first]) => {
    sent.push(first?.documentNumber ?? '');
    const arrived = await new Promise<boolean>((resolve) => answers.push(resolve));
    if (arrived) return { answer: { id: 's', refused: [] } };
    return { error: new CombinedError({ networkError: new Error('gone') }) };
  });
  const first = file.go(rows);
  file.stop();
  const second = file.go(rows);
  answers[0]?.(true);
  await expect.poll(() => sent).toEqual(['0', String(CHUNK)]);
  expect(file.done.value).toBe(CHUNK);
  answers[1]?.(false);
  await Promise.all([first, second]);
  expect([file.state.value, file.done.value]).toEqual(['stopped', CHUNK]);

  const third = file.go(rows);
  answers[2]?.(true);
  await third;
  expect([file.state.value, file.done.value]).toEqual(['done', CHUNK + 2]);
  expect(sent).toEqual(['0', String(CHUNK), String(CHUNK)]);
});
