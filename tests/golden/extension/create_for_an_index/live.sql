create table people (name text not null);
insert into people values ('Ada'), ('Grace');
analyze people;
