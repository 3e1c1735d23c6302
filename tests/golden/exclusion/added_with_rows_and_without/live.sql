create extension btree_gist;
create table bookings (id bigint primary key, room int not null, during tstzrange not null, cancelled boolean not null default false);
insert into bookings values (1, 1, '[2026-01-01, 2026-01-02)');
create table loans (id bigint primary key, book int, during daterange);
analyze;
