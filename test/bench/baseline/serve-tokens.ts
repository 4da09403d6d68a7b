import { createHash, createPrivateKey, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { decode, encode } from 'cborg';
import { decodeBase45 } from '../../../subgraphs/codes/domain/token/base45.ts';
import { derSignature } from '../../../subgraphs/codes/persistence/der-signature.ts';

interface Key {
  readonly region: string;
  readonly key: KeyObject;
}

/** Claims of a token by their number in CWT. */
export type Claims = ReadonlyMap<number, unknown>;

/** Numbers of the claims that are read. Source: RFC 8392. */
export const CLAIM = { iss: 1, exp: 4, cti: 7 } as const;

const PREFIX = 'HCN1:';
const TAG_18 = 0xd2;

/** Public keys of all regions by key id; parsed once, as Tongma keeps them. */
function readKeys(path: string): Map<string, Key> {
  const entries = JSON.parse(readFileSync(path, 'utf8')) as {
    region: string;
    use: string;
    privateKey: string;
  }[];
  const issuing = entries.filter(({ use }) => use === 'paper' || use === 'dynamic');
  return new Map(
    issuing.map(({ region, privateKey }) => {
      const key = createPublicKey(createPrivateKey(privateKey));
      const spki = key.export({ format: 'der', type: 'spki' });
      const kid = createHash('sha256').update(spki).digest().subarray(0, 8).toString('hex');
      return [kid, { region, key }];
    }),
  );
}

const keys = readKeys(process.env['KEYS_FILE'] ?? '');

/** In DER, as Tongma hands signatures to Node: it is quickest so. */
function signedBy({ key }: Key, data: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const der = derSignature(signature);
  if (!der) return Promise.resolve(false);
  return new Promise((resolve) => {
    verify('sha256', data, key, der, (error, good) => {
      resolve(!error && good);
    });
  });
}

/** Claims of a token whose signature holds; null for every other text. */
async function claimsOf(text: string): Promise<Claims | null> {
  const bytes = text.startsWith(PREFIX) ? decodeBase45(text.slice(PREFIX.length)) : null;
  if (bytes?.[0] !== TAG_18) return null;
  const [header, , payload, signature] = decode(bytes.subarray(1), { useMaps: true }) as [
    Uint8Array,
    unknown,
    Uint8Array,
    Uint8Array,
  ];
  const kid = (decode(header, { useMaps: true }) as Map<number, Uint8Array>).get(4);
  const key = kid && keys.get(Buffer.from(kid).toString('hex'));
  if (!key) return null;
  const signed = encode(['Signature1', header, new Uint8Array(), payload]);
  if (!(await signedBy(key, signed, signature))) return null;
  const claims = decode(payload, { useMaps: true }) as Claims;
  return claims.get(CLAIM.iss) === key.region ? claims : null;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  recognize: (claims: Claims) => Promise<object>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
    variables: { input: { text: string } };
  };
  const claims = await claimsOf(variables.input.text);
  const isOver = Number(claims?.get(CLAIM.exp)) * 1_000 <= Date.now();
  const recognizeCode =
    claims && !isOver ? await recognize(claims) : { pass: false, outcome: 'NOT_RECOGNIZED' };
  const body = Buffer.from(JSON.stringify({ data: { recognizeCode } }));
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  });
  response.end(body);
}

/** Answers by HTTP what is to be said of tokens whose signature holds. Environment: PORT, KEYS_FILE. */
export function serveTokens(recognize: (claims: Claims) => Promise<object>): void {
  createServer((request, response) => {
    if (request.method === 'GET') {
      response.end('ready');
      return;
    }
    answer(request, response, recognize).catch(() => {
      response.writeHead(400).end();
    });
  }).listen(Number(process.env['PORT']), '127.0.0.1');
}
