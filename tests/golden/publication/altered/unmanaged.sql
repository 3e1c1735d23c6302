create publication left_alone for table items;
