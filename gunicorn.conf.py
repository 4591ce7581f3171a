"""What gunicorn takes as given for this site; it looks for this file where it is started."""

# Bytes of an address, the most that gunicorn counts: a filter by thirty sources with Arabic names
# has some 5,000. What is longer it refuses itself (400), as most proxies do before.
limit_request_line = 8190
