package dev.posthorn.openssl.negotiation;

import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Locale;

/** Reads table cells that say one of a few words, and complains about any other. */
final class Cells {

    private Cells() {}

    /** A cell that says one of two words: is it the first? */
    static boolean either(TsvTable.Row row, String column, String first, String second) {
        String text = row.text(column);
        if (!text.equals(first) && !text.equals(second)) {
            throw row.bad(column, "is neither " + first + " nor " + second);
        }
        return text.equals(first);
    }

    /** A cell that names a constant, in small letters and with hyphens. */
    static <E extends Enum<E>> E constant(TsvTable.Row row, String column, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (nameOf(constant).equals(row.text(column))) {
                return constant;
            }
        }
        throw row.bad(column, "is no " + type.getSimpleName());
    }

    /** A constant's name as tables write it. */
    static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ProtocolVersion version(TsvTable.Row row, String column) {
        return row.known(column, ProtocolVersion.forOpenSslName(row.text(column)), "is not a protocol version");
    }
}
