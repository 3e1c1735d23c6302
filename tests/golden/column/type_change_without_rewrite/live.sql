create table t (
  a varchar(10) not null unique, b varchar(10), c varchar, d text, e numeric(8,2), f numeric(8,2), g cidr,
  h timestamp(3), i timestamptz(0), j bit varying(4), k time(2)
);
create index t_all on t (b, c, d, e, f, g);
insert into t (a) values ('x');
analyze t;
