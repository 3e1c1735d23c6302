create sequence wider as integer;
create sequence narrower;
create sequence wider_bounded as smallint maxvalue 1000;
select nextval('narrower');
