create operator family integers using btree;
alter operator family integers using btree add operator 1 < (integer, bigint), operator 2 <= (integer, bigint);
