import { Migration } from '@mikro-orm/migrations';

const RETENTION = `current_setting('app.subject', true) = 'retention' and current_setting('app.residents', true) = '*'`;

/** 0008-conversion-retention. Only ever forward: migrations expand, and contract in a later one. */
export class ConversionRetention extends Migration {
  override up(): void {
    for (const table of ['conversion_offer', 'conversion_import']) {
      this.addSql(
        `create policy "retention" on "residents"."${table}" for select to "tongma_residents" using (${RETENTION})`,
      );
    }
  }
}
