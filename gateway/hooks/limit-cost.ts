import { HeaderMap } from '@apollo/server';
import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import { DomainError, type ErrorCode } from '../../subgraphs/kit/domain-error.ts';
import type { CostTable } from '../cost/cost-table.ts';
import { compileCost, type CostOf } from '../cost/document-cost.ts';
import { rateHeaders } from '../limits/rate-headers.ts';
import type { Allowance, TokenBuckets } from '../limits/token-bucket.ts';
import type { OperationHook } from './operation-hooks.ts';

/** What ad-hoc operations may cost. */
export interface CostLimits {
  readonly table: CostTable;
  /** Most that one operation may cost. */
  readonly costMax: number;
  /** What a client may spend in a minute; its door has taken 1 for the call already. */
  readonly rates: TokenBuckets;
}

/** `extensions.cost` of an answer. */
interface CostReport {
  /** What the operation costs, at least 1. */
  readonly requestedQueryCost: number;
  readonly maximumQueryCost: number;
  readonly throttleStatus: {
    readonly maximumAvailable: number;
    readonly currentlyAvailable: number;
    /** Units that come back in a second. */
    readonly restoreRate: number;
  };
}

function refusal(message: string, code: ErrorCode, status: number, headers = {}): GraphQLError {
  const http = { status, headers: new HeaderMap(Object.entries(headers)) };
  return new GraphQLError(message, { extensions: { code, http } });
}

function reportOf(cost: number, costMax: number, { quota, remaining }: Allowance): CostReport {
  return {
    requestedQueryCost: Math.min(cost, Number.MAX_SAFE_INTEGER),
    maximumQueryCost: costMax,
    throttleStatus: {
      maximumAvailable: quota,
      currentlyAvailable: remaining,
      restoreRate: quota / 60,
    },
  };
}

/**
 * Refuses ad-hoc operations that cost too much, or more than their client may spend now, before
 * anything is planned; says the cost in every answer. Compiled once per operation.
 */
export function limitCost({ table, costMax, rates }: CostLimits): OperationHook {
  const compiled = new WeakMap<OperationDefinitionNode, CostOf>();

  return () => {
    let report: CostReport | undefined;
    let headers: Readonly<Record<string, string>> = {};

    return {
      known({ document, operation, schema, request, contextValue }) {
        if (!operation) {
          throw refusal('It is not said which operation is meant.', 'BAD_USER_INPUT', 400);
        }
        const { metered, warming } = contextValue;
        if (!metered && !warming) return;
        const costOf = compiled.get(operation) ?? compileCost(operation, document, schema, table);
        compiled.set(operation, costOf);
        if (!metered) return;
        let cost: number;
        try {
          cost = Math.max(1, costOf(request.variables ?? {}));
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          throw refusal(error.message, error.code, 400);
        }
        const affordable = cost <= costMax; // false for what is no number too
        const allowance = rates.take(metered.client, affordable ? cost - 1 : 0);
        report = reportOf(cost, costMax, allowance);
        headers = rateHeaders(allowance);
        if (!affordable) {
          const said = Number.isFinite(cost) ? String(cost) : 'more than anybody may spend';
          const message = `The operation costs ${said}; at most ${costMax} are allowed.`;
          throw refusal(message, 'COST_LIMIT', 400);
        }
        if (!allowance.granted) {
          const message = 'The client has spent what it may in a minute.';
          throw refusal(message, 'RATE_LIMITED', 429, headers);
        }
      },
      answered({ response }) {
        if (!report || response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        singleResult.extensions = { ...singleResult.extensions, cost: report };
        for (const [name, value] of Object.entries(headers)) response.http.headers.set(name, value);
      },
    };
  };
}
