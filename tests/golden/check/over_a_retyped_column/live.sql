-- PostgreSQL reads a check again when a column under it gets another type. value_range becomes what it would be had it been
-- created anew, and stays; kind_known, whose text casts the literals to the old type, does not.
create table measures (id bigint primary key, kind varchar(10), value int, note text,
  constraint value_range check (value between 0 and 100),
  constraint kind_known check (kind in ('a', 'b')),
  constraint note_short check (length(note) < 100));
comment on constraint value_range on measures is 'in percent';
insert into measures values (1, 'a', 5, 'n');
analyze;
