import { appendFileSync } from 'node:fs';

/** Answer of the gateway, as it came. */
export interface Answer {
  readonly status: number;
  // The tests say what they expect of it.
  readonly data: any;
  readonly errors:
    | readonly {
        readonly message: string;
        readonly path?: readonly unknown[];
        readonly extensions: Readonly<Record<string, unknown>>;
      }[]
    | undefined;
  readonly extensions?: { readonly cost?: { readonly requestedQueryCost: number } };
}

/** Names the file that all errors which stories meet are written to: searched when they are over. */
export const MET_ERRORS = 'TONGMA_MET_ERRORS';

/** What officials of the demo look at people for, by the beginning of their account. */
const PURPOSES: Readonly<Record<string, string>> = {
  reviewer: 'REVIEW',
  'case-officer': 'CASE_WORK',
  desk: 'SUPPORT',
  'customer-service': 'SUPPORT',
  'privacy-officer': 'CORRECTION',
  auditor: 'AUDIT',
  oversight: 'AUDIT',
};

/** The purpose that an official of the demo would say; none for others. */
function purposeOf(token: string | null): string | undefined {
  try {
    const [, payload = ''] = token?.split('.') ?? [];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub?: string };
    return PURPOSES[claims.sub?.replace(/-\d{6}$/, '') ?? ''];
  } catch {
    return undefined; // no token of ours
  }
}

/** Sends one operation with a token (or none) to a gateway, as an official for a purpose. */
export async function send(
  gatewayUrl: string,
  token: string | null,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const purpose = purposeOf(token);
  const response = await fetch(gatewayUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(purpose !== undefined && { 'tongma-purpose': purpose }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Omit<Answer, 'status'>;
  const file = process.env[MET_ERRORS];
  if (body.errors && file !== undefined) appendFileSync(file, `${JSON.stringify(body.errors)}\n`);
  return { ...body, status: response.status };
}
