import { z } from 'zod';

/** Facts of a running demo, for scripts: `$TONGMA_DATA/demo.json`, mode 0600. */
export const demoFile = z.object({
  /** Where GraphQL is asked: `POST` here. */
  gatewayUrl: z.string(),
  /** Where officials and verifiers work in a browser; residents' pages are at `/my/` beside it. */
  consoleUrl: z.string(),
  /** Test accounts; `username` and `password` are a client id and secret at the token endpoint. */
  accounts: z.array(
    z.object({
      role: z.string(),
      region: z.string(),
      username: z.string(),
      password: z.string(),
    }),
  ),
  /** A partner with `private_key_jwt`. */
  partner: z.object({
    clientId: z.string(),
    /** PKCS #8, PEM, ES256. */
    privateKeyFile: z.string(),
    tokenUrl: z.string(),
    /** Audience of the client assertion. */
    audience: z.string(),
  }),
  /** Codes made when Tongma started. `kind`: DYNAMIC or PAPER. */
  codes: z.array(
    z.object({ text: z.string(), region: z.string(), color: z.string(), kind: z.string() }),
  ),
});

/** Content of demo.json. */
export type DemoFile = z.infer<typeof demoFile>;
