create extension btree_gist;
create table bookings (room int, name varchar(20), starts timestamptz, ends timestamptz, state varchar(10),
  constraint e1 exclude using gist (room with =, tstzrange(starts, ends) with &&) where (state in ('new', 'paid')),
  constraint e2 exclude using gist (lower(name) with =, (room + 1) with <>),
  constraint e3 exclude (room with =),
  constraint e4 exclude using btree (name collate "C" text_pattern_ops with =) where (room between 1 and 9));
