create type mood as enum ('calm', 'busy');
