"""The pages that readers meet, and what other sites and search engines ask of them."""
