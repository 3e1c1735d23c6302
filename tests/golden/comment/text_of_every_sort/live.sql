create table t (a int, b int, c int, d int, e int, f int, g int);
comment on column t.b is E'two\nlines';
comment on column t.c is 'gone';
comment on column t.g is 'same';
comment on table t is E'tabs\tand ''quotes''';
