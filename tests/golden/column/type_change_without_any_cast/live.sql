-- No cast leads from bigint to uuid, not even by USING: the column is dropped and added anew, and plumb says what is lost.
create table documents (id int primary key, document_id bigint, tags int[]);
create index documents_document_id on documents (document_id);
insert into documents values (1, 5, '{1}');
analyze documents;
create type mood as enum ('calm', 'busy');
create table feelings (id int primary key, n int, m mood);
insert into feelings values (1, 1, 'calm');
analyze feelings;
