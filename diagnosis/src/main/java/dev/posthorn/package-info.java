/**
 * The front door for people at a shell: {@link dev.posthorn.Posthorn}, static one-liners whose results print well.
 *
 * <pre>{@code
 * Posthorn.expand("HIGH:!aNULL:+RC4", "1.0.2u");
 * Posthorn.explain("error:1408A0C1:SSL routines:ssl3_get_client_hello:no shared cipher");
 * Posthorn.diagnose(Path.of("maillog"));
 * }</pre>
 *
 * <p>No method accepts or returns {@code null}.
 */
@NullMarked
package dev.posthorn;

import org.jspecify.annotations.NullMarked;
