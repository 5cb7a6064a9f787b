/**
 * JSON (RFC 8259) written and read without a library: {@link dev.posthorn.json.JsonWriter} and
 * {@link dev.posthorn.json.JsonReader}. Not exported; the forms that the writers fill are documented where they are written.
 *
 * <p>No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn.json;

import org.jspecify.annotations.NullMarked;
