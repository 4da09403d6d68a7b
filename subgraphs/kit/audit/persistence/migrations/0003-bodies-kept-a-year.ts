import { Migration } from '@mikro-orm/migrations';
import { READER_ROLE } from '../names.ts';
import { CLEAR_BODIES } from './functions.ts';

const IN_REGIONS = `region = any(string_to_array(current_setting('app.regions', true), ','))`;
const PAST_KEEPING = `exists (select from audit.entry e where e.region = body.region and e.sequence = body.sequence and e.at < clock_timestamp() - '366 days'::interval)`;

/** 0003-bodies-kept-a-year. Only ever forward: migrations expand, and contract in a later one. */
export class BodiesKeptAYear extends Migration {
  override up(): void {
    this.addSql(
      `create policy "definer" on "audit"."body" for select to "tongma_owner" using (${IN_REGIONS})`,
    );
    this.addSql(
      `create policy "clear" on "audit"."body" for delete to "tongma_owner" using (${IN_REGIONS} and ${PAST_KEEPING})`,
    );
    this.addSql(CLEAR_BODIES);
    this.addSql('revoke all on function "audit"."clear_bodies"(text, integer) from public');
    this.addSql(
      `grant execute on function "audit"."clear_bodies"(text, integer) to ${READER_ROLE}`,
    );
  }
}
