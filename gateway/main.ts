import { createLog } from '../subgraphs/kit/log.ts';
import { readConfig } from '../subgraphs/kit/read-config.ts';
import { runProcess } from '../subgraphs/kit/run-process.ts';
import { gatewayConfig } from './config.ts';
import { composeGateway } from './gateway.ts';
import { httpClient } from './sources/http-client.ts';

// A gateway in a process of its own. There may be any number of them.
await runProcess('gateway', async () => {
  const settings = readConfig(gatewayConfig, process.env);
  const { port, host, identitySigner, subgraphs, issuer, clientId, clientSecret } = settings;
  const log = createLog('gateway', settings.logLevel);
  const clients = Object.entries(subgraphs).map(([name, origin]) =>
    httpClient({ name, origin, identitySigner, log }),
  );
  const gateway = await composeGateway({
    ...settings,
    ...{ clients, log },
    provider: { issuer, clientId, clientSecret },
  });
  return { app: gateway.app, port, host, log, close: gateway.close };
});
