/** The ordered list that cipher strings work on. Not exported. */
@NullMarked
package dev.posthorn.openssl.ciphers.internal;

import org.jspecify.annotations.NullMarked;
