import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { OpenSpan, Tracer } from './tracing.ts';

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

function contextOf(traceparent: string): Context {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined) return ROOT_CONTEXT;
  const traceFlags = Number.parseInt(flags ?? '0', 16) & 1;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

/**
 * Sends spans by OTLP over HTTP, as the variables `OTEL_EXPORTER_OTLP_*` say: of each trace
 * that begins here the share that is told. It is not the tracer of the whole process: what libraries would say of a request stays unsaid,
 * since texts of clients stand in it.
 */
export function otlpTracer(service: string, share: number): Tracer {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer('tongma');
  const contexts = new WeakMap<OpenSpan, Context>();
  return {
    begin({ name, kind = 'INTERNAL', attributes = {}, parent }) {
      const above =
        typeof parent === 'string'
          ? contextOf(parent)
          : ((parent && contexts.get(parent)) ?? ROOT_CONTEXT);
      const span = tracer.startSpan(name, { kind: SpanKind[kind], attributes }, above);
      const { traceId, spanId, traceFlags } = span.spanContext();
      const open: OpenSpan = {
        traceparent: `00-${traceId}-${spanId}-0${traceFlags & 1}`,
        set: (more) => void span.setAttributes(more),
        fail(code) {
          span.setAttributes({ 'error.type': code });
          span.setStatus({ code: SpanStatusCode.ERROR });
        },
        end: () => {
          span.end();
        },
      };
      contexts.set(open, trace.setSpan(ROOT_CONTEXT, span));
      return open;
    },
    close: () => provider.shutdown(),
  };
}
