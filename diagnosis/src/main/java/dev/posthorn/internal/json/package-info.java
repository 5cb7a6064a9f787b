/**
 * JSON (RFC 8259) written and read without a library: {@link dev.posthorn.internal.json.JsonWriter} and
 * {@link dev.posthorn.internal.json.JsonReader}. Not exported; the forms that the writers fill are documented where they are written.
 *
 * <p>No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.internal.json;

import org.jspecify.annotations.NullMarked;
