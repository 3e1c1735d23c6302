create schema "Odd; schema";
create function "Odd; schema"."F(int)"("in" int, "A b" text default '),(''') returns int language sql as 'select 1 -- $$ '' \ end';
create function dropped() returns void language sql as '';
comment on function "Odd; schema"."F(int)"(int, text) is 'odd';
