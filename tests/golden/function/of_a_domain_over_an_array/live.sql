create domain tags as text[] check (cardinality(value) < 10);
create function f(a tags) returns tags language sql as 'select a';
