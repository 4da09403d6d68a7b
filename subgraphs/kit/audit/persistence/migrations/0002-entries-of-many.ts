import { Migration } from '@mikro-orm/migrations';

const IN_REGIONS = `region = any(string_to_array(current_setting('app.regions', true), ','))`;
const ABOUT = `(current_setting('app.residents', true) = '*' or resident_id = any(string_to_array(current_setting('app.residents', true), ',')))`;
const OF_MANY = `starts_with(body, '{"action":"COLORS_DECIDED"')`;

/** 0002-entries-of-many. Only ever forward: migrations expand, and contract in a later one. */
export class EntriesOfMany extends Migration {
  override up(): void {
    this.addSql(
      `alter policy "scope" on "audit"."body" using ((${IN_REGIONS} and ${ABOUT}) or (${IN_REGIONS} and ${OF_MANY}))`,
    );
  }
}
