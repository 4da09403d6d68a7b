import { Migration } from '@mikro-orm/migrations';

/** Evidence is read by its resident, in no order: a shorter key is cheaper to keep. */
export class EvidenceByResident extends Migration {
  override up(): void {
    this.addSql('drop index "codes"."evidence_resident"');
    this.addSql('create index "evidence_resident" on "codes"."evidence" ("region", "resident_id")');
  }
}
