create sequence s start 20 increment 2 minvalue 10 maxvalue 500 cache 9 cycle;
create sequence narrow as smallint;
create sequence bounded as integer minvalue 1 maxvalue 100 start 100;
