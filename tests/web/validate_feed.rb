# Reads a feed from standard input with Ruby's own library, which refuses what the standard of its
# format does not allow, and prints how many entries it read.
require "rss"

begin
  feed = RSS::Parser.parse($stdin.read, validate: true, ignore_unknown_element: false)
rescue RSS::Error => error
  abort "#{error.class}: #{error.message}"
end
abort "This is no feed." unless feed
puts feed.entries.size
