alter table t owner to golden_owner;
grant select on t to golden_reader;
