grant select on t to golden_owner;
grant select on v to golden_reader;
alter view v owner to golden_owner;
