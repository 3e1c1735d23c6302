-- From NOT VALID to valid: VALIDATE CONSTRAINT, which blocks nobody; not a drop and an ADD that scans under a lock.
create table ages (id bigint primary key, age int);
insert into ages values (1, 5);
alter table ages add constraint ages_sane check (age >= 0) not valid;
analyze;
