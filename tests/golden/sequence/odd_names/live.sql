create sequence "gone'; select 1; --";
create sequence "Old.Name";
create table "Table; x" ("Col ""n""" bigint default nextval('"Old.Name"'));
