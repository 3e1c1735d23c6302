-- ChatBot service after its move from files: the five tables as the first migration left them, with few
-- indexes and loose types. Loads with psql into an empty database.
set client_encoding = 'UTF8';
set timezone = 'UTC';

create schema chatbot;

create table chatbot.users (
  id uuid primary key default gen_random_uuid(),
  username varchar(50) not null unique,
  email varchar(255),
  password_hash text,
  display_name varchar(100),
  locale varchar(5) not null default 'en',
  preferences json not null default '{}',
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz
);

insert into chatbot.users (id, username, email, password_hash, display_name, locale, preferences, is_active, created_at, last_seen_at)
select md5('user:' || username)::uuid, username, username || '@example.org', md5(username), display, locale,
       json_build_object('theme', case when n % 2 = 0 then 'dark' else 'light' end, 'language', locale),
       n <> 7, timestamptz '2024-11-01 08:00+00' + n * interval '1 day',
       case when n <> 7 then timestamptz '2024-12-01 08:00+00' + n * interval '1 hour' end
from (values
  (1, 'layla', 'ليلى حسن', 'ar'),
  (2, 'omar', 'عمر فاروق', 'ar'),
  (3, 'anna', 'Anna Kowalska', 'pl'),
  (4, 'jules', 'Jules Martin', 'fr'),
  (5, 'minh', 'Nguyễn Văn Minh', 'vi'),
  (6, 'sara', 'سارة علي', 'ar'),
  (7, 'old_account', null, 'en'),
  (8, 'kate', 'Kate O''Brien', 'en')
) u (n, username, display, locale);

create table chatbot.conversations (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  title varchar(200),
  model varchar(50) not null default 'default',
  status varchar(20) not null default 'active',
  is_pinned boolean not null default false,
  is_archived boolean not null default false,
  message_count integer not null default 0,
  metadata jsonb not null default '{}',
  created_at timestamp not null default now(),
  updated_at timestamp not null default now(),
  deleted_at timestamp
);
create index idx_conversations_status_created on chatbot.conversations (status);
create index ix_conversations_user_id on chatbot.conversations (user_id);

insert into chatbot.conversations (id, user_id, title, model, status, is_pinned, is_archived, message_count, metadata,
                                   created_at, updated_at, deleted_at)
select md5('conversation:' || n)::uuid,
       (select id from chatbot.users order by created_at offset n % 8 limit 1),
       case when n % 8 in (0, 1, 5) then 'محادثة رقم ' || n when n % 11 <> 0 then 'How to tune query no ' || n end,
       (array['default', 'large', 'vision'])[1 + n % 3],
       (array['active', 'active', 'paused', 'closed'])[1 + n % 4],
       n % 9 = 0, n % 7 = 0, 10,
       jsonb_build_object('source', case when n % 2 = 0 then 'web' else 'mobile' end),
       timestamp '2024-11-05 08:00' + n * interval '5 hours',
       timestamp '2024-11-05 09:00' + n * interval '5 hours',
       case when n % 13 = 0 then timestamp '2024-12-02 00:00' end
from generate_series(1, 40) n;

create table chatbot.messages (
  id serial primary key,
  conversation_id uuid not null references chatbot.conversations (id) on delete cascade,
  parent_id integer references chatbot.messages (id) on delete set null,
  role varchar(20) not null check (role in ('system', 'user', 'assistant', 'tool')),
  content text not null,
  language varchar(5) not null default 'en',
  images jsonb not null default '[]',
  tokens integer,
  model varchar(50),
  latency_ms integer,
  is_edited boolean not null default false,
  created_at timestamptz not null default now()
);
create index ix_messages_conversation_id on chatbot.messages (conversation_id);
create index idx_messages_content_fts on chatbot.messages using gin (to_tsvector('simple', content));

insert into chatbot.messages (conversation_id, parent_id, role, content, language, images, tokens, model, latency_ms, is_edited, created_at)
select md5('conversation:' || c)::uuid,
       case when m > 1 then (c - 1) * 10 + m - 1 end,
       case when m = 1 then 'system' when m % 2 = 0 then 'user' else 'assistant' end,
       case when c % 8 in (0, 1, 5) then 'كيف أجعل الاستعلام رقم ' || c * m || ' أسرع؟'
            else 'The query number ' || c * m || ' scans the whole table; an index on its date would help.' end,
       case when c % 8 in (0, 1, 5) then 'ar' else 'en' end,
       case when m = 6 and c % 5 = 0 then jsonb_build_array(jsonb_build_object('url', format('img/%s.png', c))) else '[]' end,
       20 + (c * m) % 90, case when m % 2 = 1 and m > 1 then 'default' end,
       case when m % 2 = 1 and m > 1 then 300 + (c * m * 37) % 7000 end, m = 4 and c % 6 = 0,
       timestamptz '2024-11-05 08:00+00' + c * interval '5 hours' + m * interval '1 minute'
from generate_series(1, 40) c, generate_series(1, 10) m
order by c, m;

create table chatbot.memory (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  conversation_id uuid,
  kind varchar(20) not null default 'fact',
  key varchar(100) not null,
  content text not null,
  importance real not null default 0.5,
  tags text[] not null default '{}',
  access_count integer not null default 0,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

insert into chatbot.memory (id, user_id, conversation_id, kind, key, content, importance, tags, access_count, expires_at, created_at, updated_at)
select md5('memory:' || n)::uuid, c.user_id, case when n % 3 = 0 then c.id end,
       (array['fact', 'preference', 'summary', 'goal'])[1 + n % 4],
       'key_' || n, case when n % 4 = 1 then 'يفضل الإجابات القصيرة بالعربية' else 'Works with PostgreSQL ' || 12 + n % 5 end,
       (n % 10) / 10.0, array['tag' || n % 6, 'all'], n, case when n % 5 = 0 then timestamptz '2025-03-01 00:00+00' end,
       c.created_at, c.updated_at
from generate_series(1, 40) n
join chatbot.conversations c on c.id = md5('conversation:' || n)::uuid;

create table chatbot.files (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  conversation_id uuid,
  message_id integer,
  filename varchar(255) not null,
  mime_type varchar(100) not null,
  size_bytes integer not null,
  storage_path text not null,
  checksum char(64),
  status varchar(20) not null default 'pending',
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index ix_files_user_id on chatbot.files (user_id);

insert into chatbot.files (id, user_id, conversation_id, message_id, filename, mime_type, size_bytes, storage_path, checksum, status, created_at)
select md5('file:' || n)::uuid, c.user_id, c.id, (n - 1) * 10 + 6,
       case when n % 4 = 0 then 'تقرير_' || n || '.pdf' else 'screenshot_' || n || '.png' end,
       case when n % 4 = 0 then 'application/pdf' else 'image/png' end,
       1000 + n * 4096, format('uploads/%s/%s', c.user_id, n), md5(n::text) || md5('x' || n),
       (array['pending', 'processing', 'ready', 'ready', 'failed'])[1 + n % 5],
       c.created_at
from generate_series(1, 30) n
join chatbot.conversations c on c.id = md5('conversation:' || n)::uuid;
