package dev.posthorn.openssl.error;

import java.util.Locale;

/** Prints a code exactly as OpenSSL does, oddities included. */
final class ErrorStringFormat {

    /** What {@code ERR_error_string} takes for granted: 256 bytes, the terminating zero among them. */
    static final int USUAL_BUFFER_SIZE = 256;

    /** {@code error:code:library:function:reason} has four colons. */
    private static final int COLONS = 4;

    private ErrorStringFormat() {}

    /** What {@code ERR_error_string_n} leaves in a buffer of a size, without the terminating zero. */
    static String format(PackedErrorCode code, ErrorStrings strings, int bufferSize) {
        String library = strings.library(code.library()).orElse("lib(" + code.library() + ")");
        String text = "error:" + code.hexDigits() + ":" + library + ":" + function(code, strings) + ":"
                + reason(code, strings);
        int room = bufferSize - 1;
        if (text.length() < room) {
            return text;
        }
        return switch (code.packing()) {
            case LIBRARY_FUNCTION_REASON -> withAllColons(text.substring(0, room));
            case LIBRARY_REASON -> numbersOnly(code, room);
        };
    }

    private static String function(PackedErrorCode code, ErrorStrings strings) {
        return code.function().isEmpty()
                ? ""
                : strings.function(code.library(), code.function().getAsInt())
                        .orElse("func(" + code.function().getAsInt() + ")");
    }

    private static String reason(PackedErrorCode code, ErrorStrings strings) {
        return (code.isSystemError()
                        ? strings.systemError(code.reason())
                        : strings.reason(code.library(), code.reason()))
                .orElse("reason(" + code.reason() + ")");
    }

    /**
     * 1.0.2u err.c, {@code ERR_error_string_n}: a text that fills the buffer may have lost colons, and programs that take
     * it apart rely on them, so the missing ones are written over the last characters.
     */
    private static String withAllColons(String cut) {
        if (cut.length() < COLONS) {
            return cut;
        }
        StringBuilder text = new StringBuilder(cut);
        int from = 0;
        for (int i = 0; i < COLONS; i++) {
            int colon = text.indexOf(":", from);
            int latest = text.length() - COLONS + i;
            if (colon < 0 || colon > latest) {
                colon = latest;
                text.setCharAt(colon, ':');
            }
            from = colon + 1;
        }
        return text.toString();
    }

    /** 3.0.15 err.c, {@code ossl_err_string_int}: a text that fills the buffer is replaced, and cut again if need be. */
    private static String numbersOnly(PackedErrorCode code, int room) {
        String text = String.format(Locale.ROOT, "err:%x:%x:0:%x", code.bits(), code.library(), code.reason());
        return text.substring(0, Math.min(room, text.length()));
    }
}
