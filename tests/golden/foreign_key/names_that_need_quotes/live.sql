create schema "My Schema";
create table "My Schema"."Parent.Table" ("Id; x" int primary key);
create table "Child" ("parent""id" int);
