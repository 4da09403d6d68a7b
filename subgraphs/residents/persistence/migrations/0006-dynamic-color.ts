import { Migration } from '@mikro-orm/migrations';

const RESOLVING = "current_setting('app.subject', true) = 'evidence-resolver'";

/** A function of health-records: it says that it resolves, and puts back who asked. */
function resolving(head: string, returns: string, body: string): string {
  return `create function "residents".${head} returns table (${returns})
     language plpgsql security definer
     set search_path = pg_catalog, pg_temp
   as $$
   declare
     before text := coalesce(current_setting('app.subject', true), '');
   begin
     set local app.subject = 'evidence-resolver';
     ${body}
     execute format('set local app.subject = %L', before);
   end $$`;
}

// Which registrations a document has, anywhere: ids and nothing else, to whoever holds the index
// key. A key that is no longer looked by is refused, as rows may be without its index by then.
const REGISTRATIONS_OF = resolving(
  '"registrations_of"(index_key int, hashes bytea[])',
  'hash bytea, region varchar, resident_id varchar',
  `if index_key % 2 = 1 then
       return query select r.document_index, r.region, r.id from "residents"."resident" r
         where r.state = 'REGISTERED' and r.document_index = any(hashes);
     else
       return query select r.document_index_even, r.region, r.id from "residents"."resident" r
         where r.state = 'REGISTERED' and r.document_index_even = any(hashes);
     end if;
     if not exists (select from "residents"."key_ring" k
         where k.use = 'INDEX' and k.id = index_key and k.state in ('ACTIVE', 'OLD')) then
       raise exception 'This index key is not looked by.' using errcode = 'TG002';
     end if;`,
);

// The blind index of a registration, for what waits under it.
const DOCUMENT_INDEX_OF = resolving(
  '"document_index_of"(given_region text, given_id text)',
  'odd bytea, even bytea',
  `return query select r.document_index, r.document_index_even from "residents"."resident" r
       where r.region = given_region and r.id = given_id and r.state = 'REGISTERED';`,
);

// The index keys as the ring keeps them: wrapped.
const INDEX_KEYS = resolving(
  '"index_keys"()',
  'region varchar, use text, id int, state text, kek varchar, wrapped bytea',
  `return query select k.region, k.use, k.id, k.state, k.kek, k.wrapped
       from "residents"."key_ring" k where k.use = 'INDEX';`,
);

const SIGNATURES = [
  '"registrations_of"(int, bytea[])',
  '"document_index_of"(text, text)',
  '"index_keys"()',
];

/** 0006-dynamic-color. Only ever forward: migrations expand, and contract in a later one. */
export class DynamicColor extends Migration {
  override up(): void {
    for (const table of ['resident', 'key_ring']) {
      this.addSql(
        `create policy "resolver" on "residents"."${table}" for select to "tongma_owner" using (${RESOLVING})`,
      );
    }
    this.addSql(
      'create index "resident_document_anywhere" on "residents"."resident" ("document_index") where "state" = \'REGISTERED\'',
    );
    this.addSql(
      'create index "resident_document_anywhere_even" on "residents"."resident" ("document_index_even") where "state" = \'REGISTERED\'',
    );
    for (const sql of [REGISTRATIONS_OF, DOCUMENT_INDEX_OF, INDEX_KEYS]) this.addSql(sql);
    this.addSql('grant usage on schema "residents" to "tongma_health"');
    for (const signature of SIGNATURES) {
      this.addSql(`revoke all on function "residents".${signature} from public`);
      this.addSql(`grant execute on function "residents".${signature} to "tongma_health"`);
    }
  }
}
