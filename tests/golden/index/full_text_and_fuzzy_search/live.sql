create extension pg_trgm;
create table faqs (id bigint primary key, question jsonb, answer text, tags text[]);
insert into faqs values (1, '{"en": "why?"}', 'because', '{a}');
create index faqs_answer on faqs using gin (to_tsvector('english', answer));
analyze;
