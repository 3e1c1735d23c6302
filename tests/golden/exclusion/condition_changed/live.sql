create extension btree_gist;
create table bookings (id bigint primary key, room int, during tstzrange, state text,
  constraint no_overlap exclude using gist (room with =, during with &&) where (state <> 'cancelled'));
comment on constraint no_overlap on bookings is 'one guest a room';
insert into bookings values (1, 1, '[2026-01-01, 2026-01-02)', 'new');
analyze;
