import { providerSettings } from '../../../cli/embedded/openid-settings.ts';
import { readSealed, writeSealed } from '../../../cli/embedded/sealed-file.ts';

/** People whom the provider knows and nobody here does. */
export const NEWCOMERS = ['newcomer-1', 'newcomer-2'] as const;
/** Their password. */
export const NEWCOMER_PASSWORD = 'a-password-of-newcomers';

/** Enters them at the provider, in its settings. */
export function addNewcomers(settingsFile: string): void {
  const settings = readSealed(settingsFile, providerSettings);
  if (!settings) throw new Error('There are no settings of a provider.');
  const clients = NEWCOMERS.map((clientId) => ({
    ...{ clientId, secret: NEWCOMER_PASSWORD, scopes: [], accessTokenSeconds: 600 },
  }));
  const all = { ...settings, clients: [...settings.clients, ...clients] };
  writeSealed(settingsFile, JSON.stringify(all));
}
