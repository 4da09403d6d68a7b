import { z } from 'zod';
import { cosigningFields } from '../../subgraphs/kit/audit/config.ts';
import { logLevel, port } from '../../subgraphs/kit/config-fields.ts';

/** Settings of an all-in-one Tongma. */
export const allInOneConfig = z
  .object({
    TONGMA_DATA: z.string().min(1).default('.tongma'),
    PORT: port.default(4000),
    LOG_LEVEL: logLevel,
    CODES_EXCHANGE_SECONDS: z.coerce.number().int().min(1).max(3_600).default(60),
    ...cosigningFields,
  })
  .transform((env) => ({
    data: env.TONGMA_DATA,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    exchangeSeconds: env.CODES_EXCHANGE_SECONDS,
    cosigning: { witnesses: env.AUDIT_WITNESSES, witnessFor: env.AUDIT_WITNESS_FOR },
  }));
