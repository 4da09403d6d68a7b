import { Migration } from '@mikro-orm/migrations';

const FOR_ME = `split_part(name, ':', 2) = any(string_to_array(current_setting('app.regions', true), ','))`;

/** 0011-shared-evidence. Only ever forward: migrations expand, and contract in a later one. */
export class SharedEvidence extends Migration {
  override up(): void {
    for (const sql of [
      'alter table "codes"."signed_list" drop constraint "signed_list_kind_check"',
      `alter table "codes"."signed_list" add constraint "signed_list_kind_check" check ("kind" in ('STATEMENT', 'STATUS_LIST', 'TERMS', 'EVIDENCE'))`,
      // Evidence is for one region: what everyone reads is all but that.
      'drop policy "published" on "codes"."signed_list"',
      `create policy "published" on "codes"."signed_list" for select to "tongma_codes" using (kind <> 'EVIDENCE')`,
      `create policy "shared" on "codes"."signed_list" for select to "tongma_codes" using (kind = 'EVIDENCE' and ${FOR_ME})`,
    ]) {
      this.addSql(sql);
    }
  }
}
