-- What the new type has no room for is rounded or cut off, and nothing fails: data is destroyed. By way of domains and in arrays, too.
create domain price as numeric(10, 4);
create domain coarse as numeric(10, 2);
create table t (direct numeric(10, 4), from_domain price, to_domain numeric(10, 4), many numeric(10, 4)[], day timestamptz, wider numeric(10, 2));
insert into t values (1.2345, 1.2345, 1.2345, '{1.2345}', '2024-05-05 10:00+00', 1.25);
analyze;
