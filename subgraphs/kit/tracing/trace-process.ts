import { z } from 'zod';
import { readConfig } from '../read-config.ts';
import { traceTo } from './tracing.ts';

/** Where traces of a process go. */
const tracingConfig = z.object({
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .refine((url) => URL.canParse(url) && /^https?:/.test(url), 'needs an http(s):// URL')
    .optional(),
  /** Which share of requests is traced. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
});

/**
 * Traces this process if it is told where to; what does that is loaded then alone.
 * @returns sends what is left, and traces no more
 */
export async function traceProcess(part: string, env: NodeJS.ProcessEnv) {
  const settings = readConfig(tracingConfig, env);
  if (settings.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return () => Promise.resolve();
  const { otlpTracer } = await import('./otlp-tracer.ts');
  const tracer = otlpTracer(`tongma-${part}`, settings.OTEL_TRACES_SAMPLER_ARG);
  traceTo(tracer);
  return async () => {
    traceTo(null);
    await tracer.close().catch(() => undefined); // nobody takes them: that keeps no process alive
  };
}
