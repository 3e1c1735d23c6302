-- Egypt tourism chatbot, halfway through its move to multilingual JSONB: cities have their names in
-- JSONB, the other tables still have them in text columns only. Loads with psql into an empty database.
set client_encoding = 'UTF8';

create extension if not exists postgis;
create extension if not exists vector;

create type price_range as enum ('budget', 'moderate', 'luxury');

create table regions (
  id uuid primary key default gen_random_uuid(),
  code text not null unique,
  name jsonb not null,
  created_at timestamptz not null default now()
);

insert into regions (id, code, name, created_at)
select md5('region:' || code)::uuid, code, jsonb_build_object('en', en, 'ar', ar), '2024-05-02 09:00+00'
from (values
  ('lower_egypt', 'Lower Egypt', 'مصر السفلى'),
  ('upper_egypt', 'Upper Egypt', 'صعيد مصر'),
  ('mediterranean_coast', 'Mediterranean Coast', 'ساحل البحر المتوسط'),
  ('red_sea', 'Red Sea', 'البحر الأحمر'),
  ('western_desert', 'Western Desert', 'الصحراء الغربية')
) r (code, en, ar);

create table cities (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  name_en text not null,
  name_ar text,
  name jsonb,
  description jsonb,
  region text,
  lat double precision,
  lng double precision,
  location geometry,
  population integer,
  images text default '[]',
  created_at timestamptz not null default now(),
  updated_at timestamptz
);
comment on table cities is 'Cities';
create index idx_cities_name_en on cities (name_en);
create index idx_cities_location on cities using gist (location);

insert into cities (id, slug, name_en, name_ar, name, description, region, lat, lng, location, population, images, created_at)
select md5('city:' || slug)::uuid, slug, en, ar, jsonb_build_object('en', en, 'ar', ar),
       jsonb_build_object('en', en || ' and its surroundings', 'ar', ar || ' وما حولها'),
       region, lat, lng, st_setsrid(st_makepoint(lng, lat), 4326), population,
       format('["%s_1.jpg", "%s_2.jpg"]', slug, slug), timestamptz '2024-05-03 10:00+00' + n * interval '7 minutes'
from (values
  (1, 'cairo', 'Cairo', 'القاهرة', 'Lower Egypt', 30.0444, 31.2357, 10100000),
  (2, 'giza', 'Giza', 'الجيزة', 'Lower Egypt', 30.0131, 31.2089, 4367000),
  (3, 'alexandria', 'Alexandria', 'الإسكندرية', 'Mediterranean Coast', 31.2001, 29.9187, 5381000),
  (4, 'luxor', 'Luxor', 'الأقصر', 'Upper Egypt', 25.6872, 32.6396, 422000),
  (5, 'aswan', 'Aswan', 'أسوان', 'Upper Egypt', 24.0889, 32.8998, 375000),
  (6, 'hurghada', 'Hurghada', 'الغردقة', 'Red Sea', 27.2579, 33.8116, 248000),
  (7, 'sharm_el_sheikh', 'Sharm El Sheikh', 'شرم الشيخ', 'Red Sea', 27.9158, 34.3300, 73000),
  (8, 'siwa', 'Siwa', 'سيوة', 'Western Desert', 29.2041, 25.5196, 33000),
  (9, 'port_said', 'Port Said', 'بورسعيد', 'Mediterranean Coast', 31.2653, 32.3019, 780000)
) c (n, slug, en, ar, region, lat, lng, population);

create table attraction_types (
  id uuid primary key default gen_random_uuid(),
  type text not null unique,
  name jsonb not null,
  created_at timestamptz not null default now()
);

-- cultural_center is missing, and one attraction below has the type "cultural"
insert into attraction_types (id, type, name, created_at)
select md5('attraction_type:' || type)::uuid, type, jsonb_build_object('en', en, 'ar', ar), '2024-05-02 09:00+00'
from (values
  ('archaeological', 'Archaeological site', 'موقع أثري'),
  ('museum', 'Museum', 'متحف'),
  ('temple', 'Temple', 'معبد'),
  ('religious', 'Religious site', 'موقع ديني'),
  ('market', 'Market', 'سوق'),
  ('natural', 'Natural site', 'موقع طبيعي'),
  ('beach', 'Beach', 'شاطئ')
) t (type, en, ar);

create table attractions (
  id text primary key,
  name_en text not null,
  name_ar text,
  description_en text,
  description_ar text,
  name jsonb,
  description jsonb,
  type text,
  city text,
  region text,
  status text not null default 'published',
  rating varchar(10),
  price_range price_range,
  opening_hours text,
  tags text[] not null default '{}',
  location geometry(Point, 4326),
  embedding vector(1536),
  data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz
);
create index attractions_city_idx on attractions (city, type);
create index idx_attractions_status on attractions (status, updated_at desc) where status = 'published';
create index idx_attractions_rating on attractions (rating desc nulls last);
create index idx_attractions_location on attractions using gist (location);

insert into attractions (id, name_en, name_ar, description_en, description_ar, type, city, region, status, rating,
                         price_range, opening_hours, tags, location, embedding, data, created_at, updated_at)
select id, en, ar,
       en || ' in ' || initcap(replace(city, '_', ' ')) || '.',
       ar || ' من أشهر معالم مصر.',
       type, city, region, status, rating, price::price_range, hours, tags, st_setsrid(st_makepoint(lng, lat), 4326),
       (select array_agg(round(sin(i * a.n)::numeric, 5)::real order by i) from generate_series(1, 1536) i)::vector,
       jsonb_build_object('visit_minutes', 30 + n * 10), timestamptz '2024-05-04 08:00+00' + n * interval '1 hour',
       timestamptz '2024-06-01 08:00+00' + n * interval '1 day'
from (values
  (1, 'pyramids_of_giza', 'Pyramids of Giza', 'أهرامات الجيزة', 'archaeological', 'giza', 'Lower Egypt', 'published', '4.8', 'moderate', '{"daily": "08:00-17:00"}', array['unesco', 'wonder'], 29.9792, 31.1342),
  (2, 'egyptian_museum', 'Egyptian Museum', 'المتحف المصري', 'museum', 'cairo', 'Lower Egypt', 'published', '4.6', 'moderate', '{"daily": "09:00-17:00", "friday": "09:00-16:00"}', array['pharaohs'], 30.0478, 31.2336),
  (3, 'karnak_temple', 'Karnak Temple', 'معبد الكرنك', 'temple', 'luxor', 'Upper Egypt', 'published', '4.9', 'moderate', '{"daily": "06:00-17:30"}', array['unesco', 'pharaohs'], 25.7188, 32.6573),
  (4, 'bibliotheca_alexandrina', 'Bibliotheca Alexandrina', 'مكتبة الإسكندرية', 'cultural', 'alexandria', 'Mediterranean Coast', 'published', '4.7', 'budget', '{"daily": "10:00-19:00", "saturday": "12:00-16:00"}', array['library', 'modern'], 31.2089, 29.9092),
  (5, 'khan_el_khalili', 'Khan el-Khalili', 'خان الخليلي', 'market', 'cairo', 'Lower Egypt', 'published', '4.4', 'budget', '{"daily": "09:00-23:00"}', array['shopping', 'islamic'], 30.0478, 31.2622),
  (6, 'valley_of_the_kings', 'Valley of the Kings', 'وادي الملوك', 'archaeological', 'luxor', 'Upper Egypt', 'published', '4.8', 'luxury', '{"daily": "06:00-17:00"}', array['unesco', 'tombs'], 25.7402, 32.6014),
  (7, 'philae_temple', 'Philae Temple', 'معبد فيلة', 'temple', 'aswan', 'Upper Egypt', 'published', '4.7', 'moderate', '{"daily": "07:00-16:00"}', array['unesco', 'island'], 24.0250, 32.8842),
  (8, 'abu_simbel', 'Abu Simbel', 'أبو سمبل', 'temple', 'aswan', 'Upper Egypt', 'published', '4.9', 'luxury', '{"daily": "05:00-18:00"}', array['unesco', 'pharaohs'], 22.3372, 31.6258),
  (9, 'qaitbay_citadel', 'Citadel of Qaitbay', 'قلعة قايتباي', 'archaeological', 'alexandria', 'Mediterranean Coast', 'published', '4.5', 'budget', '{"daily": "08:00-16:00"}', array['fortress', 'sea'], 31.2140, 29.8856),
  (10, 'al_azhar_mosque', 'Al-Azhar Mosque', 'الجامع الأزهر', 'religious', 'cairo', 'Lower Egypt', 'published', '4.6', null, null, array['islamic', 'fatimid'], 30.0457, 31.2627),
  (11, 'ras_mohammed', 'Ras Mohammed National Park', 'محمية رأس محمد', 'natural', 'sharm_el_sheikh', 'Red Sea', 'published', '4.8', 'moderate', '{"daily": "08:00-17:00"}', array['diving', 'coral'], 27.7222, 34.2539),
  (12, 'siwa_salt_lakes', 'Siwa Salt Lakes', 'بحيرات سيوة الملحية', 'natural', 'siwa', 'Western Desert', 'draft', null, null, null, array['desert', 'swimming'], 29.1819, 25.6400),
  (13, 'giftun_island', 'Giftun Island', 'جزيرة الجفتون', 'beach', 'hurghada', 'Red Sea', 'draft', '4.3', 'moderate', '{"daily": "09:00-16:00"}', array['diving', 'beach'], 27.2281, 33.9436),
  (14, 'sphinx_light_show', 'Sphinx Sound and Light Show', 'عرض الصوت والضوء بأبي الهول', 'archaeological', 'giza', 'Lower Egypt', 'archived', '3.9', 'luxury', '{"daily": "19:00-21:00"}', array['show', 'night'], 29.9753, 31.1376)
) a (n, id, en, ar, type, city, region, status, rating, price, hours, tags, lat, lng);

-- no embedding yet for what is not published
update attractions set embedding = null where status <> 'published';

create index idx_attractions_embedding on attractions using ivfflat (embedding vector_cosine_ops) with (lists = 4);

create table accommodation_types (
  id uuid primary key default gen_random_uuid(),
  type text not null unique,
  name jsonb not null,
  created_at timestamptz not null default now()
);

-- luxury_hotel is missing, and two accommodations below have the type "luxury"
insert into accommodation_types (id, type, name, created_at)
select md5('accommodation_type:' || type)::uuid, type, jsonb_build_object('en', en, 'ar', ar), '2024-05-02 09:00+00'
from (values
  ('hotel', 'Hotel', 'فندق'),
  ('hostel', 'Hostel', 'بيت شباب'),
  ('resort', 'Resort', 'منتجع'),
  ('eco_lodge', 'Eco lodge', 'نُزل بيئي')
) t (type, en, ar);

create table accommodations (
  id text primary key,
  name_en text not null,
  name_ar text,
  description_en text,
  description_ar text,
  name jsonb,
  description jsonb,
  type text,
  city text,
  region text,
  stars text,
  price_range price_range,
  location geometry(Point, 4326),
  embedding vector(1536),
  data jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index idx_accommodations_location on accommodations using gist (location);

insert into accommodations (id, name_en, name_ar, description_en, description_ar, type, city, region, stars, price_range,
                            location, embedding, data, created_at)
select id, en, ar, en || ', ' || stars || ' stars', ar, type, city, region, stars, price::price_range,
       st_setsrid(st_makepoint(lng, lat), 4326),
       (select array_agg(round(cos(i * a.n)::numeric, 5)::real order by i) from generate_series(1, 1536) i)::vector,
       jsonb_build_object('rooms', 40 * n), timestamptz '2024-05-05 08:00+00' + n * interval '1 hour'
from (values
  (1, 'mena_house', 'Mena House', 'مينا هاوس', 'luxury', 'giza', 'Lower Egypt', '5', 'luxury', 29.9853, 31.1331),
  (2, 'winter_palace', 'Winter Palace', 'ونتر بالاس', 'luxury', 'luxor', 'Upper Egypt', '5', 'luxury', 25.6959, 32.6364),
  (3, 'cecil_hotel', 'Cecil Hotel', 'فندق سيسيل', 'hotel', 'alexandria', 'Mediterranean Coast', '4', 'moderate', 31.2006, 29.8997),
  (4, 'nubian_guesthouse', 'Nubian Guesthouse', 'بيت الضيافة النوبي', 'hostel', 'aswan', 'Upper Egypt', '2', 'budget', 24.0930, 32.8880),
  (5, 'coral_bay_resort', 'Coral Bay Resort', 'منتجع خليج المرجان', 'resort', 'sharm_el_sheikh', 'Red Sea', '4', 'moderate', 27.9500, 34.3700),
  (6, 'salt_lodge', 'Salt Lodge', 'نُزل الملح', 'eco_lodge', 'siwa', 'Western Desert', null, 'luxury', 29.2100, 25.4500)
) a (n, id, en, ar, type, city, region, stars, price, lat, lng);

create index idx_accommodations_embedding on accommodations using ivfflat (embedding vector_cosine_ops) with (lists = 2);

create table restaurants (
  id text primary key,
  name_en text not null,
  name_ar text,
  name jsonb,
  cuisine text not null default 'egyptian',
  city text,
  price_range price_range,
  rating numeric(2, 1),
  halal boolean not null default true,
  location geometry(Point, 4326),
  created_at timestamptz not null default now()
);
create index idx_restaurants_cuisine on restaurants (cuisine);

insert into restaurants (id, name_en, name_ar, cuisine, city, price_range, rating, location, created_at)
select format('%s_%s', cuisine, n), en, ar, cuisine, city, price::price_range, rating,
       st_setsrid(st_makepoint(31 + n / 50.0, 30 + n / 60.0), 4326), timestamptz '2024-05-06 08:00+00' + n * interval '3 hours'
from (values
  (1, 'Abou Tarek', 'أبو طارق', 'egyptian', 'cairo', 'budget', 4.5),
  (2, 'Felfela', 'فلفلة', 'egyptian', 'cairo', 'budget', 4.2),
  (3, 'Balbaa Village', 'قرية بلبع', 'seafood', 'alexandria', 'moderate', 4.4),
  (4, 'Sofra', 'سفرة', 'egyptian', 'luxor', 'moderate', 4.6),
  (5, '1886', '١٨٨٦', 'french', 'luxor', 'luxury', 4.3),
  (6, 'Al Dokka', 'الدكة', 'nubian', 'aswan', 'moderate', 4.1),
  (7, 'Fares', 'فارس', 'seafood', 'sharm_el_sheikh', 'moderate', 4.0),
  (8, 'Abdu', 'عبده', 'bedouin', 'siwa', 'budget', 4.4),
  (9, 'El Borg', 'البرج', 'seafood', 'port_said', 'moderate', 4.3),
  (10, 'Khufu''s', 'خوفوز', 'egyptian', 'giza', 'luxury', 4.7)
) r (n, en, ar, cuisine, city, price, rating);

create table feedback (
  id serial primary key,
  session_id text not null,
  language varchar(10) not null default 'en',
  message text not null,
  rating integer check (rating >= 1 and rating <= 5),
  created_at timestamptz not null default now()
);
create index idx_feedback_session on feedback (session_id);

insert into feedback (session_id, language, message, rating, created_at)
select 'session-' || n % 17,
       case when n % 3 = 0 then 'ar' else 'en' end,
       case when n % 3 = 0 then 'كم سعر تذكرة الدخول رقم ' || n || '؟' else 'What does ticket no ' || n || ' cost?' end,
       nullif(n % 6, 0),
       timestamptz '2024-05-10 06:00+00' + n * interval '47 minutes'
from generate_series(1, 80) n;

create view attraction_cards as
select a.id, a.name_en, a.name_ar, a.type, a.status, a.rating, a.price_range,
       c.slug as city_slug, a.location
from attractions a
left join cities c on c.slug = a.city;

create view popular_attractions as
select id, name_en, name_ar, city_slug, rating
from attraction_cards
where status = 'published'
order by rating desc nulls last, id;

create view city_names as
select slug, name_en, name_ar from cities;
