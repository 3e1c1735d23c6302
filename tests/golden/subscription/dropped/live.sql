-- Without connecting: the slot on the publisher stays, and is said to.
create subscription s connection 'host=nowhere.invalid' publication p with (connect = false, slot_name = 's');
alter subscription s enable;
create subscription t connection 'host=nowhere.invalid' publication p with (connect = false, slot_name = none);
