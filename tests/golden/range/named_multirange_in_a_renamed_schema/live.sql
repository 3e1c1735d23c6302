create schema a;
create type a.fr as range (subtype = float8, multirange_type_name = a.fmr);
create type a.plain as range (subtype = float8);
create table a.t (x a.fr, y a.fmr);
