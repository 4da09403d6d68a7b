import { fastify } from 'fastify';
import { mountOpenIdProvider, PROVIDER_PATH } from '../../../cli/embedded/openid-provider.ts';
import { providerSettings } from '../../../cli/embedded/openid-settings.ts';
import { readSealed } from '../../../cli/embedded/sealed-file.ts';

// The embedded sign-in provider in a process and at an address of its own: for the gateways of
// split mode it is an external one.
const { PORT = '', SETTINGS_FILE = '', AUDIENCE = '', REDIRECT_URI = '' } = process.env;
const settings = readSealed(SETTINGS_FILE, providerSettings);
if (!settings) throw new Error('There are no settings of a provider.');
const app = fastify();
app.get('/health', () => ({ status: 'ready' }));
await mountOpenIdProvider(app, settings, {
  issuer: `http://127.0.0.1:${PORT}${PROVIDER_PATH}`,
  audience: AUDIENCE,
  redirectUri: REDIRECT_URI,
});
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
process.once('SIGTERM', () => {
  process.exit(0);
});
