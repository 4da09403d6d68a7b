import type { Page } from 'playwright-core';

/**
 * Goes on to the next code, which the camera sees already, and measures on the page: milliseconds from
 * taking the first frame to a verdict that is drawn.
 */
export function frameToVerdict(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const verdict = () => document.querySelector('#verdict-word');
        const take = createImageBitmap;
        let frameAt: number | null = null;
        // The page takes a frame of the video by this, as soon as no verdict is shown.
        Object.assign(globalThis, {
          createImageBitmap(image: ImageBitmapSource) {
            frameAt ??= performance.now();
            return take(image);
          },
        });
        const changes = new MutationObserver(() => {
          if (frameAt === null || !verdict()) return;
          changes.disconnect();
          Object.assign(globalThis, { createImageBitmap: take });
          requestAnimationFrame(() => {
            setTimeout(() => resolve(performance.now() - (frameAt ?? NaN)), 0);
          });
        });
        changes.observe(document.body, { childList: true, subtree: true });
        document.querySelector<HTMLElement>('.next-code')?.click();
      }),
  );
}
