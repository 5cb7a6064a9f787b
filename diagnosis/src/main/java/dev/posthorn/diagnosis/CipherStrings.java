package dev.posthorn.diagnosis;

import dev.posthorn.openssl.ciphers.CipherString;
import dev.posthorn.parsers.bytes.AsciiView;
import org.jspecify.annotations.Nullable;

/** The cipher string that was in force last: a server prints the same one for every session, and one value will do. */
final class CipherStrings {

    private final AsciiView view = new AsciiView();
    private byte[] bytes = {};
    private @Nullable CipherString last;

    CipherString of(AsciiView text) {
        CipherString known = last;
        if (known != null && isLast(text)) {
            return known;
        }
        bytes = text.toByteArray();
        CipherString parsed = CipherString.parse(text.toString());
        last = parsed;
        return parsed;
    }

    private boolean isLast(AsciiView text) {
        return text.contentEquals(view.wrap(bytes, 0, bytes.length));
    }
}
