"""Japan's export bans on organisations of Russia, Belarus and third countries, as text taken from METI's PDF."""
