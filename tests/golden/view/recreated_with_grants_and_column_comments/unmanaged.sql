grant select on v to golden_reader;
grant update (a) on v to golden_reader;
grant references (id) on v to golden_reader;
grant select on t to golden_owner;
alter view v owner to golden_owner;
