/** Sentences, words, lemmas, parts of speech and dependencies: CoreNLP. The only package that knows it. */
@NullMarked
package dev.touchstone.models.corenlp;

import org.jspecify.annotations.NullMarked;
