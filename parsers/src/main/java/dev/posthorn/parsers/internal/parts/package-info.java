/**
 * What the grammars of all neighbours are made of: the text that is read and the parts found in it, steps over that text,
 * and words that are looked up without a {@code String}.
 */
@NullMarked
package dev.posthorn.parsers.internal.parts;

import org.jspecify.annotations.NullMarked;
