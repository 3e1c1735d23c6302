create table sites (id int primary key, name text not null, title text not null, kept text not null);
insert into sites values (1, 'a', 'b', 'c');
analyze;
