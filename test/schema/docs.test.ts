import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COST_MAX, RATE_PER_MINUTE } from '../../gateway/config.ts';
import { IDEMPOTENCY_KEY_MAX } from '../../gateway/context.ts';
import { ARRIVAL_MS, BODY_MAX } from '../../gateway/http.ts';
import { VALUES_PER_UNIT } from '../../gateway/cost/introspection-cost.ts';
import { LENGTH_ASSUMED } from '../../gateway/cost/list-length.ts';
import { BODY_USUAL, TEXT_MAX } from '../../gateway/limits/ad-hoc-body.ts';
import * as shape from '../../gateway/limits/document-shape.ts';
import * as document from '../../gateway/limits/limit-document.ts';
import { CODES_MAX } from '../../subgraphs/codes/domain/recognition/check-call.ts';
import { RULE_IDS } from '../../subgraphs/codes/domain/recognition/reason-texts.ts';
import { tokenFinding } from '../../subgraphs/codes/domain/recognition/token-finding.ts';
import { RECOGNITION_OUTCOMES } from '../../subgraphs/codes/domain/recognition/verdict.ts';
import { DAYS_MAX } from '../../subgraphs/codes/domain/statistics/statistics.ts';
import { TEXT_MAX as CODE_MAX } from '../../subgraphs/codes/domain/token/verify-token.ts';
import { TOKEN_STATUSES } from '../../subgraphs/codes/domain/token/token-status.ts';
import { ROWS_MOST } from '../../subgraphs/health-records/domain/submission/submission.ts';
import { KEPT_MS } from '../../subgraphs/kit/attempt/attempts.ts';
import { DomainError, ERROR_CODES } from '../../subgraphs/kit/domain-error.ts';
import { formatError } from '../../subgraphs/kit/graphql/format-error.ts';
import { COUNT_MAX, PAGE_MAX } from '../../subgraphs/kit/page.ts';

function page(name: string): string {
  return readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
}

/** Rows of the table of a page whose first heading is given, cells without quotes and spaces. */
function rowsOf(name: string, heading: string): string[][] {
  const lines = page(name).split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${heading} `));
  const after = lines.slice(head + 2);
  return after
    .slice(
      0,
      Math.max(
        0,
        after.findIndex((line) => !line.startsWith('|')),
      ),
    )
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
}

function isRetryable(code: (typeof ERROR_CODES)[number]): string {
  const { extensions } = formatError(new DomainError(code, '.'), '', () => undefined);
  return extensions?.['retryable'] === true ? 'yes' : 'no';
}

describe('docs/errors.md', () => {
  it('has every code, in order, retryable as it is answered', () => {
    const rows = rowsOf('errors.md', 'code').map(([code, retryable]) => [code, retryable]);
    expect(rows).toEqual(ERROR_CODES.map((code) => [code, isRetryable(code)]));
  });

  it('says of each when it comes and what to do', () => {
    const empty = rowsOf('errors.md', 'code').filter(
      (cells) => cells.length !== 4 || cells.includes(''),
    );
    expect(empty).toEqual([]);
  });
});

describe('docs/recipes/verdicts.md', () => {
  it('has every outcome', () => {
    const rows = rowsOf('recipes/verdicts.md', '`outcome`');
    expect(rows.map(([outcome]) => outcome)).toEqual([...RECOGNITION_OUTCOMES]);
  });

  it('has every status of a token with its outcome', () => {
    const rows = rowsOf('recipes/verdicts.md', '`tokenStatus`').map(([one, outcome]) => [
      one,
      outcome,
    ]);
    const outcomes = TOKEN_STATUSES.map((status) => [
      status,
      status === 'VERIFIED' ? 'any' : tokenFinding(status).outcome,
    ]);
    expect(rows).toEqual(outcomes);
  });

  it('has every rule of recognition', () => {
    const rows = rowsOf('recipes/verdicts.md', '`ruleId`');
    expect(rows.map(([rule]) => rule)).toEqual([...RULE_IDS]);
  });
});

describe('docs/limits.md', () => {
  it('has every limit as it is', () => {
    const rows = rowsOf('limits.md', 'limit').map(([, most = '']) =>
      Number(most.replaceAll(',', '')),
    );
    expect(rows).toEqual([
      ...[document.DEPTH_MAX, document.INTROSPECTION_DEPTH_MAX, document.ALIASES_MAX],
      ...[shape.ROOT_FIELDS_MAX, shape.SELECTIONS_MAX, shape.SELECTIONS_MAX],
      ...[shape.SCHEMA_LISTS_MAX, shape.PAIRS_MAX],
      ...[shape.DIRECTIVES_AT_MAX, shape.DIRECTIVES_MAX],
      ...[TEXT_MAX, document.TOKENS_MAX, shape.NAME_MAX],
      ...[BODY_USUAL, BODY_MAX, ARRIVAL_MS / 1_000, ARRIVAL_MS / 2_000],
      ...[COST_MAX, RATE_PER_MINUTE, CODES_MAX, PAGE_MAX, COUNT_MAX, 1],
      ...[ROWS_MOST, DAYS_MAX, CODE_MAX, IDEMPOTENCY_KEY_MAX, KEPT_MS / 3_600_000],
    ]);
  });

  it('says what is assumed of a list', () => {
    expect(/what `@listSize` says, else\s+(\d+)\./.exec(page('limits.md'))?.[1]).toBe(
      String(LENGTH_ASSUMED),
    );
  });

  it('says how much of the schema is told for 1', () => {
    expect(/costs 1 for each (\d+) values/.exec(page('limits.md'))?.[1]).toBe(
      String(VALUES_PER_UNIT),
    );
  });
});
