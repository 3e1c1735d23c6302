-- What ALTER INDEX can do without building anew. GIN's fastupdate waits for readers of the index; the rest for nobody.
create table t (id int, tags text[], at timestamptz, p point);
create index t_id on t (id) with (fillfactor = 90);
create index t_tags on t using gin (tags);
create index t_at on t using brin (at) with (autosummarize = on);
create index t_p on t using gist (p) with (fillfactor = 70, buffering = off);
insert into t values (1, '{a}', now(), '(1,1)');
analyze;
