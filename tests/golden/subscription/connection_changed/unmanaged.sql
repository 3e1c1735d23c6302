alter subscription kept connection 'host=nowhere.invalid dbname=d2 sslmode=require password=secret';
