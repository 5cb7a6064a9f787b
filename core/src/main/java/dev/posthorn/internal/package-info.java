/** What the values of this module share and nobody outside sees. */
@NullMarked
package dev.posthorn.internal;

import org.jspecify.annotations.NullMarked;
