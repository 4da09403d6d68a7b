import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { base64, inOrder, packBulletin } from './bulletin-file.ts';

function unpacked(content: string | null): string {
  return gunzipSync(Buffer.from(content ?? '', 'base64')).toString();
}

describe('a bulletin', () => {
  it('is gzipped before it is sent', async () => {
    const text = JSON.stringify({ highlist: Array.from({ length: 500 }, () => '朝阳区') });
    const content = await packBulletin(new Blob([text]));
    expect(unpacked(content)).toBe(text);
    expect(content?.length).toBeLessThan(500);
  });

  it('that is gzipped is sent as it is', async () => {
    const packed = gzipSync('{}');
    expect(await packBulletin(new Blob([packed]))).toBe(packed.toString('base64'));
  });

  it('is not sent when it is too large for one', async () => {
    expect(await packBulletin(new Blob([new Uint8Array(41_000_000)]))).toBeNull();
  });

  it('of an earlier hour comes first', () => {
    const files = ['2022112408-b', '2022112300-a'].map((name) => ({ name }));
    expect(inOrder(files).map(({ name }) => name)).toEqual(['2022112300-a', '2022112408-b']);
  });
});

it('bytes of any number become base64', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_empty, at) => at % 256);
  expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});
