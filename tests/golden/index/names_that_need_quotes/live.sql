create table "Weird" ("group" int, "a b" text, "ü" int);
create index "Weird; idx" on "Weird" ("group") where "a b" <> 'group';
