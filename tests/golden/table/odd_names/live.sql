create table "Old ""Table""; drop table x; --" ("it's" text, "select" int primary key, "1st" int check ("1st" > 0));
create table "user" ("order" int references "Old ""Table""; drop table x; --" ("select"));
create index "In dex" on "user" ("order");
insert into "Old ""Table""; drop table x; --" values ('a', 1, 1);
analyze "Old ""Table""; drop table x; --", "user";
