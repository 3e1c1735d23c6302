create table goes (id serial primary key);
create table stays (a int, b serial);
insert into stays values (1);
analyze stays, goes;
