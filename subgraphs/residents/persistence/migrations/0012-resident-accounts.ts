import { Migration } from '@mikro-orm/migrations';

const SIGNING_IN = `subject = current_setting('app.subject', true) and current_setting('app.regions', true) = '' and region = '000000' and role = 'RESIDENT' and grants = '{}' and scopes = '{}' and purposes = '{}'`;

/** 0012-resident-accounts. Only ever forward: migrations expand, and contract in a later one. */
export class ResidentAccounts extends Migration {
  override up(): void {
    this.addSql(
      `create policy "signing_in" on "residents"."account" for insert to "tongma_residents" with check (${SIGNING_IN})`,
    );
  }
}
