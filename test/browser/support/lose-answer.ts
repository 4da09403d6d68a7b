import type { Visit } from './visit.ts';

/** Loses the answer to the first request that holds a text: it is done, and the page never hears so. */
export async function loseAnswer({ page, allow }: Pick<Visit, 'page' | 'allow'>, text: string) {
  allow(/ERR_CONNECTION_FAILED/);
  let lost = false;
  await page.route('**/console/graphql', async (route) => {
    if (lost || !route.request().postData()?.includes(text)) return route.fallback();
    lost = true;
    await route.fetch();
    return route.abort('connectionfailed');
  });
}
