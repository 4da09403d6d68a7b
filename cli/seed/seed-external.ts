import type { DataFolder } from '../embedded/data-folder.ts';
import type { DatabaseUrls } from '../embedded/database.ts';
import { createProviderSettings, providerSettings } from '../embedded/openid-settings.ts';
import { readSealed, writeSealed } from '../embedded/sealed-file.ts';
import { renewDemoTrust, seedReference } from './seed-demo.ts';

/**
 * Publishes the demo without its people in an external database: regions, policies, agreements,
 * accounts, trust list. Keys and the accounts' secrets stand in the data folder. Run again, it
 * renews the trust list.
 */
export async function seedExternal(
  folder: DataFolder,
  urls: Pick<DatabaseUrls, 'tongma_residents' | 'tongma_codes'>,
  now: Date,
): Promise<void> {
  if (readSealed(folder.providerFile, providerSettings) === null) {
    const provider = await seedReference(folder, urls, await createProviderSettings(), now);
    writeSealed(folder.providerFile, JSON.stringify(provider, null, 2));
  }
  await renewDemoTrust(folder, urls, now);
}
