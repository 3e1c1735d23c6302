-- The foreign key lives through it all.
create table authors (id int, country text, primary key (id, country));
create table books (id int primary key, author int, land text,
  constraint written_by foreign key (author, land) references authors (id, country) on delete set null (author));
insert into authors values (1, 'eg');
insert into books values (1, 1, 'eg');
analyze;
