create table t (id int, at date not null) partition by range (at);
create foreign table lines (line text options (force_not_null 'true'), n int default 1, gone int) server files options (filename '/nowhere', format 'csv');
create foreign table gone (line text) server files options (filename '/nowhere');
create foreign table old_name (line text) server files options (filename '/nowhere');
create foreign table moved (line text) server files options (filename '/nowhere');
create view v as select line from moved;
create foreign table t_2020 partition of t for values from ('2020-01-01') to ('2021-01-01') server files options (filename '/nowhere');
