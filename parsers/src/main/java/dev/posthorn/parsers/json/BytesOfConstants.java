package dev.posthorn.parsers.json;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;

/** What is written for each constant of a type, made once. */
final class BytesOfConstants<E extends Enum<E>> {

    private final byte[][] bytes;

    private BytesOfConstants(Class<E> type, Function<E, String> json) {
        E[] constants = type.getEnumConstants();
        bytes = new byte[constants.length][];
        for (int index = 0; index < constants.length; index++) {
            bytes[index] = json.apply(constants[index]).getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Whole members, with a comma before them: {@code ,"status":"sent"} for {@code SENT}. */
    static <E extends Enum<E>> BytesOfConstants<E> members(Member member, Class<E> type) {
        String name = new String(member.bytes, StandardCharsets.US_ASCII);
        return new BytesOfConstants<>(
                type,
                constant ->
                        name + "\"" + constant.name().toLowerCase(Locale.ROOT).replace('_', '-') + "\"");
    }

    /** Names alone, as the members of an object: {@code ,"sasl_username":}. */
    static <E extends Enum<E>> BytesOfConstants<E> names(Class<E> type, Function<E, String> word) {
        return new BytesOfConstants<>(type, constant -> ",\"" + word.apply(constant) + "\":");
    }

    /** The array is not to be changed. */
    @SuppressWarnings("EnumOrdinal") // An array in the order of the constants is what a switch over them would be.
    byte[] of(E constant) {
        return bytes[constant.ordinal()];
    }
}
