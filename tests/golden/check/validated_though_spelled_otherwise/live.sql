-- Two differences at once, one of them of spelling alone: still VALIDATE.
create table people (id bigint primary key, state varchar(10), age int);
insert into people values (1, 'new', 5);
alter table people add constraint people_state check (state in ('new', 'old')) not valid;
alter table people add constraint people_age check (age between 0 and 150) not valid;
analyze;
