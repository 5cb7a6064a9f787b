/**
 * Showing.
 */
@NullMarked
package dev.posthorn.show;

import org.jspecify.annotations.NullMarked;
