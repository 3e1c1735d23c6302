create schema app;
comment on schema app is 'Old words';
