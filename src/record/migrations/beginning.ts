import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

const WHEN = `moment text not null, first_day text, last_day text, wide integer not null`

const STATEMENTS = [
  `create table documents (
     key integer primary key, id text not null unique, version integer not null, title text, published text, zone text,
     outlet text, url text, lang text, text text not null, exact text, hash text not null, added text not null) strict`,
  `create index documents_hash on documents (hash)`,
  `create index documents_published on documents (published desc, key)`,
  `create virtual table documents_words using fts5 (title, text, content = 'documents', content_rowid = 'key')`,
  `create table versions (
     doc text not null, hash text not null, version integer not null, added text not null, document text not null,
     claims text not null, primary key (doc, hash)) strict`,
  `create view copies as select a.id as doc, b.id as copy from documents a join documents b on a.hash = b.hash and a.id <> b.id`,

  `create table claims (
     key integer primary key, id text not null unique, doc integer not null references documents (key), event integer,
     type text not null, status text not null, record text not null) strict`,
  `create index claims_doc on claims (doc)`,
  `create index claims_event on claims (event)`,
  // The words behind every value: made from the claims when asked for, for whoever opens the file with a tool of their own.
  `create view evidence as
     select c.id as claim, j.path as value, json_extract(j.value, '$.from') as "from", json_extract(j.value, '$.to') as "to",
            json_extract(j.value, '$.quote') as quote
     from claims c, json_tree(c.record) j where j.type = 'object' and json_type(j.value, '$.quote') = 'text'`,

  `create table events (
     key integer primary key, id text not null unique, type text not null, status text not null, ${WHEN},
     utc_from text, utc_to text, clearest integer not null, claims integer not null) strict`,
  // Each index holds whatever a search by days looks at, so that counting never touches the table itself.
  `create index events_moment on events (moment, key, type, status, first_day, last_day, wide)`,
  `create index events_type on events (type, moment, key, status, first_day, last_day, wide)`,
  `create index events_status on events (status, moment, key, type, first_day, last_day, wide)`,
  `create index events_wide on events (moment, key, type, status, first_day, last_day) where wide = 1`,

  `create table actors (
     key integer primary key, state text not null, name text not null, id text, events integer not null,
     unique (state, name)) strict`,
  `create index actors_events on actors (events desc, key)`,
  `create index actors_id on actors (id)`,
  `create virtual table actors_words using fts5 (name, content = 'actors', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2')`,
  `create table parties (
     party integer not null, event integer not null, type text not null, status text not null, ${WHEN},
     primary key (party, moment, event)) strict, without rowid`,
  `create index parties_event on parties (event)`,
  `create index parties_type on parties (party, type, moment, event, status, first_day, last_day, wide)`,
  `create index parties_wide on parties (party, moment, event, type, status, first_day, last_day) where wide = 1`,
  `create table topics (
     issue text not null, event integer not null, type text not null, status text not null, ${WHEN},
     primary key (issue, moment, event)) strict, without rowid`,
  `create index topics_event on topics (event)`,
  `create index topics_wide on topics (issue, moment, event, type, status, first_day, last_day) where wide = 1`,

  `create table blocks (block text not null, claim integer not null, primary key (block, claim)) strict, without rowid`,
  `create index blocks_claim on blocks (claim)`,
  `create table links (
     key integer primary key, a text not null, b text not null, verdict text not null, reasons text not null,
     judge text not null, score real not null, check (a < b)) strict`,
  `create index links_a on links (a)`,
  // The program judges a pair once; people may judge again.
  `create unique index links_program on links (a, b) where judge = 'program'`,
  `create index links_b on links (b)`,

  `create table corrections (
     key integer primary key, made text not null, author text not null, kind text not null, reason text not null,
     body text not null) strict`,
  `create trigger corrections_stay before update on corrections begin select raise(abort, 'a correction is never changed'); end`,
  `create trigger corrections_remain before delete on corrections begin select raise(abort, 'a correction is never deleted'); end`,
  `create table deleted (
     kind text not null, id text not null, deleted text not null, reason text not null, primary key (kind, id)) strict`,
]

/** The first shape of a record. */
export const beginning: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
