import { Migration } from '@mikro-orm/migrations';
import { grantTables } from '../../../subgraphs/kit/grants.ts';

/** 0001-sessions. Only ever forward: migrations expand, and contract in a later one. */
export class Sessions extends Migration {
  override up(): void {
    this.addSql(
      'create table "gateway"."session" ("id" varchar(43) not null, "subject" varchar(128) not null, "signed_in_at" timestamptz(3) not null, "last_seen_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql('create index "session_expires" on "gateway"."session" ("expires_at")');
    this.addSql('alter table "gateway"."session" enable row level security');
    this.addSql('alter table "gateway"."session" force row level security');
    this.addSql(
      'create policy "own" on "gateway"."session" to "tongma_gateway" using (id = current_setting(\'app.subject\', true)) with check (id = current_setting(\'app.subject\', true))',
    );
    this.addSql(
      'create policy "ended" on "gateway"."session" for select to "tongma_gateway" using (expires_at < now())',
    );
    this.addSql(
      'create policy "ended_go" on "gateway"."session" for delete to "tongma_gateway" using (expires_at < now())',
    );
    for (const sql of grantTables('gateway', 'tongma_gateway', ['session'])) this.addSql(sql);
  }
}
