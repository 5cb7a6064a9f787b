/** The only place with word-at-a-time arithmetic. Nothing here is exported. */
@NullMarked
package dev.posthorn.parsers.internal.swar;

import org.jspecify.annotations.NullMarked;
