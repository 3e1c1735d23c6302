-- A wider type of the same sort has the texts over the column read again all the same: brackets and casts of lists come
-- out otherwise, and a generated column is refused.
create table t (
  id int primary key, k varchar(10), g varchar(5), n int, other varchar(3),
  again text generated always as (g || '!') stored,
  constraint in_list check (k in ('a', 'b')),
  constraint nested check (n between 0 and 9 and k <> 'z'),
  constraint plain check (k <> ''),
  constraint elsewhere check (other in ('a', 'b')));
alter table t add constraint unproved check (k <> 'y') not valid;
create index t_in_list on t (id) where k in ('a', 'b');
create index t_lower on t (lower(k));
create index t_plain on t (k);
insert into t values (1, 'a', 'g', 5, 'a');
analyze;
