-- KnowledgeHub before hybrid retrieval: three tables with their data.
-- Loads with psql into an empty database.
set client_encoding = 'UTF8';

create type document_status as enum ('pending', 'indexing', 'indexed', 'failed');

create table documents (
  id uuid primary key default gen_random_uuid(),
  url text not null unique,
  title text,
  content text,
  status document_status not null default 'pending',
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz
);
create index idx_documents_status on documents (status);

insert into documents (id, url, title, content, status, metadata, created_at)
select md5('document:' || n)::uuid, 'https://docs.example.org/guide/' || n,
       case when n % 4 = 0 then 'دليل المستخدم، الفصل ' || n else 'User guide, chapter ' || n end,
       repeat('Chapter ' || n || ' explains how memories are kept. ', 5),
       (array['indexed', 'indexed', 'indexed', 'pending', 'failed'])[1 + n % 5]::document_status,
       jsonb_build_object('source', 'guide', 'chapter', n),
       timestamptz '2024-07-01 08:00+00' + n * interval '3 hours'
from generate_series(1, 24) n;

create table chunks (
  id uuid primary key default gen_random_uuid(),
  document_id uuid not null references documents (id) on delete cascade,
  chunk_index integer not null,
  content text not null,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  unique (document_id, chunk_index)
);

insert into chunks (id, document_id, chunk_index, content, metadata, created_at)
select md5(format('chunk:%s:%s', n, k))::uuid, d.id, k,
       case when n % 4 = 0 then format('الفصل %s، الفقرة %s: كيف تُحفظ الذكريات', n, k)
            else format('Chapter %s, part %s: how memories are kept and found again', n, k) end,
       jsonb_build_object('tokens', 100 + 7 * k), d.created_at + k * interval '1 second'
from generate_series(1, 24) n
join documents d on d.id = md5('document:' || n)::uuid
cross join generate_series(0, 4) k
where d.status = 'indexed';

create table ai_memories (
  id uuid primary key default gen_random_uuid(),
  user_id varchar(255) not null,
  session_id uuid,
  content text not null,
  content_hash varchar(64) not null,
  memory_type varchar(50) not null default 'fact',
  importance double precision not null default 0.5,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index idx_ai_memories_user_id on ai_memories (user_id, created_at desc);

insert into ai_memories (id, user_id, session_id, content, content_hash, memory_type, importance, metadata, created_at)
select md5('memory:' || n)::uuid, 'user_' || n % 9, md5('session:' || n / 5)::uuid, m.content,
       encode(sha256(convert_to(m.content, 'UTF8')), 'hex'),
       (array['fact', 'decision', 'preference', 'error'])[1 + n % 4], (n % 11) / 10.0,
       jsonb_build_object('project', 'hub_' || n % 3), timestamptz '2024-07-05 08:00+00' + n * interval '25 minutes'
from generate_series(1, 90) n
cross join lateral (
  select case when n % 6 = 0 then 'اختار الفريق PostgreSQL للمشروع ' || n
              else 'The team chose PostgreSQL for project ' || n end
) m (content);
