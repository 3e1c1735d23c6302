create domain code as character varying(10) default 'x' not null check (value in ('x', 'y'));
create domain "Odd Name" as integer constraint "Odd check" check (value >= 1 and value <= 5);
comment on constraint "Odd check" on domain "Odd Name" is 'it''s odd';
create domain plain as integer;
create table t (c code default 'y', o "Odd Name");
