import { Migration } from '@mikro-orm/migrations';
import { retentionRows } from '../../../kit/scope/row-policies.ts';

const ROLE = 'tongma_codes';

/** 0017-token-retention. Only ever forward: migrations expand, and contract in a later one. */
export class TokenRetention extends Migration {
  override up(): void {
    this.addSql(
      'create index "code_token_expires" on "codes"."code_token" ("region", "expires_at")',
    );
    this.addSql(
      `create policy "retention" on "codes"."code_token" for select to "${ROLE}" using (${retentionRows(ROLE).using})`,
    );
  }
}
