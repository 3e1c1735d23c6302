create domain plain as int;
create domain checked as int check (value > 0);
create domain over_it as checked default 5;
create domain demanded as int not null default 1;
create domain moment as timestamptz default clock_timestamp();
create domain must as int not null;
create table t (id int);
create table empty (id int);
insert into t values (1);
