-- Reviewers must see what the same change costs where there are rows, and that it costs nothing where there are none.
create table visits (id bigint not null, place text, seen_on date);
insert into visits select n, 'place ' || n, date '2026-01-01' + n from generate_series(1, 50) n;
create table plans (id bigint not null, place text);
-- Its key column still allows NULL.
create table drafts (code text, body text);
insert into drafts values ('a', 'x'), ('b', 'y');
analyze;
