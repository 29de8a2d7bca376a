"""Arabic and locale: folding, words, dates, digits. No SQL, no clock, no Qt."""
