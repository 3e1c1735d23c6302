-- Retyping either side would make PostgreSQL check every row again, twice; the keys step aside once, for both.
create table authors (id integer primary key);
create table books (id integer primary key, author_id integer constraint books_author references authors on delete cascade,
  sequel_of integer constraint books_sequel references books);
create table reviews (id bigint primary key, book_id integer constraint reviews_book references books);
comment on constraint books_author on books is 'who wrote it';
insert into authors values (1);
insert into books values (1, 1, null);
insert into reviews values (1, 1);
analyze;
