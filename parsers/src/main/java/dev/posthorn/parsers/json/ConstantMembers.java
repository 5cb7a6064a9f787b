package dev.posthorn.parsers.json;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A member with the constants of a type as its values: {@code ,"status":"sent"} for {@code SENT}. */
final class ConstantMembers<E extends Enum<E>> {

    private final byte[][] members;

    ConstantMembers(Member member, Class<E> type) {
        E[] constants = type.getEnumConstants();
        members = new byte[constants.length][];
        String name = new String(member.bytes, StandardCharsets.US_ASCII);
        for (int index = 0; index < constants.length; index++) {
            String words = constants[index].name().toLowerCase(Locale.ROOT).replace('_', '-');
            members[index] = (name + "\"" + words + "\"").getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Name and value, with a comma before them. The array is not to be changed. */
    @SuppressWarnings("EnumOrdinal") // An array in the order of the constants is what a switch over them would be.
    byte[] of(E constant) {
        return members[constant.ordinal()];
    }
}
