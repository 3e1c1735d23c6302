-- Bot Provisional at version 1.1.0: the migration manager's history and two tables in a schema of their
-- own. Loads with psql into an empty database.
set client_encoding = 'UTF8';

create extension if not exists "uuid-ossp";
create schema fine_tuning;

create table migration_history (
  id serial primary key,
  migration_id varchar(255) unique not null,
  migration_name varchar(255) not null,
  database_name varchar(50) not null,
  version varchar(50) not null,
  applied_at timestamp with time zone default now(),
  applied_by varchar(255) default 'system',
  checksum varchar(32) not null,
  success boolean default true,
  error_message text
);

insert into migration_history (migration_id, migration_name, database_name, version, applied_at, checksum, success, error_message)
values
  ('001_initial_schema', 'Initial schema', 'all', '1.0.0', '2024-03-01 10:00+00', md5('001'), true, null),
  ('002_add_indexes', 'Add indexes', 'postgres', '1.1.0', '2024-04-12 10:00+00', md5('002'), true, null),
  ('002b_redis_namespaces', 'Namespaces of the cache', 'redis', '1.1.0', '2024-04-12 10:05+00', md5('002b'), true, null),
  ('002c_user_nodes', 'Properties of user nodes', 'neo4j', '1.1.0', '2024-04-12 10:06+00', md5('002c'), false, 'connection refused');

create table fine_tuning.conversations (
  id uuid primary key default uuid_generate_v4(),
  user_id varchar(255) not null,
  platform varchar(50) not null default 'telegram',
  title text,
  quality_score double precision,
  reviewed boolean not null default false,
  started_at timestamptz not null default now(),
  metadata jsonb not null default '{}'
);
create index idx_conversations_quality on fine_tuning.conversations (quality_score);
create index idx_conversations_user on fine_tuning.conversations (user_id, started_at desc);

insert into fine_tuning.conversations (id, user_id, platform, title, quality_score, reviewed, started_at, metadata)
select md5('conversation:' || n)::uuid, 'user_' || n % 12, (array['telegram', 'whatsapp', 'web'])[1 + n % 3],
       case when n % 4 = 0 then 'سؤال عن الطلب رقم ' || n when n % 4 = 1 then 'Pregunta sobre el pedido ' || n
            else 'About order ' || n end,
       case when n % 10 <> 0 then (n * 37 % 101) / 100.0 end, n % 3 <> 0,
       timestamptz '2024-03-02 09:00+00' + n * interval '11 hours',
       jsonb_build_object('channel', n % 5)
from generate_series(1, 60) n;

create table fine_tuning.messages (
  id bigint generated always as identity primary key,
  conversation_id uuid not null references fine_tuning.conversations (id) on delete cascade,
  position integer not null,
  role varchar(20) not null,
  content text not null,
  created_at timestamptz not null default now()
);
create index messages_conversation_id_idx on fine_tuning.messages (conversation_id);

insert into fine_tuning.messages (conversation_id, position, role, content, created_at)
select md5('conversation:' || c)::uuid, m, case when m % 2 = 1 then 'user' else 'assistant' end,
       case when c % 4 = 0 then 'أين طلبي رقم ' || c || '؟' else 'Where is order ' || c || ', part ' || m || '?' end,
       timestamptz '2024-03-02 09:00+00' + c * interval '11 hours' + m * interval '1 minute'
from generate_series(1, 60) c, generate_series(1, 4) m
order by c, m;

create view fine_tuning.training_candidates as
select c.id, c.title, c.quality_score, count(m.id) as messages
from fine_tuning.conversations c
join fine_tuning.messages m on m.conversation_id = c.id
where c.reviewed and c.quality_score >= 0.75
group by c.id, c.title, c.quality_score;
