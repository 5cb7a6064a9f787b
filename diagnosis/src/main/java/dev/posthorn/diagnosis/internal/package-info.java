/** How values of this module are generated. Not exported. */
@NullMarked
package dev.posthorn.diagnosis.internal;

import org.jspecify.annotations.NullMarked;
