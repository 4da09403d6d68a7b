import { Option } from 'commander';

/** Where the demo's partner and accounts stand, for commands that ask a running Tongma. */
export function dataOption(): Option {
  return new Option('--data <folder>', 'data folder of a running Tongma, for its demo.json')
    .env('TONGMA_DATA')
    .default('.tongma');
}

/** As whom such a command asks, for its help. */
export const SIGNS_IN =
  '\nSigns in with TONGMA_CLIENT_ID and TONGMA_KEY_FILE (PEM), or else as the demo partner; at the gateway' +
  '\nof demo.json, or with TONGMA_GATEWAY_URL (…/graphql) and OIDC_ISSUER at another one.';
