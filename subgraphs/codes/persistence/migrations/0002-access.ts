import { Migration } from '@mikro-orm/migrations';
import { createAttemptTable } from '../../../kit/attempt/attempt-row.ts';
import { createProposalTable } from '../../../kit/proposal/proposal-row.ts';

/** 0002-access. Only ever forward: migrations expand, and contract in a later one. */
export class Access extends Migration {
  override up(): void {
    this.addSql(
      'create table "codes"."key_withdrawal" ("region" varchar(6) not null, "kid" varchar(16) not null, "withdrawn_at" timestamptz(3) not null, "reason" varchar(500) not null, primary key ("region", "kid"))',
    );
    this.addSql('alter table "codes"."key_withdrawal" enable row level security');
    this.addSql('alter table "codes"."key_withdrawal" force row level security');
    this.addSql(
      'create policy "known" on "codes"."key_withdrawal" for select to "tongma_codes" using (true)',
    );
    this.addSql(
      `create policy "withdrawing" on "codes"."key_withdrawal" for insert to "tongma_codes" with check (region = any(string_to_array(current_setting('app.regions', true), ',')))`,
    );
    for (const sql of [
      // A withdrawn key stays so: rows are added, never changed.
      'grant select, insert on "codes"."key_withdrawal" to "tongma_codes"',
      ...createProposalTable('codes', 'tongma_codes'),
      ...createAttemptTable('codes', 'tongma_codes'),
    ]) {
      this.addSql(sql);
    }
  }
}
