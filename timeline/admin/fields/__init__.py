"""Fields that several forms of the desk have: dates, languages, records that are searched for."""
