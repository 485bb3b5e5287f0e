"""Arabic text: folding of spelling variants, tokens, numbers, lexicon, morphology."""
