create table "T" ("Select" int, "semi;colon" text);
create view "Old View" as select "Select" from "T";
