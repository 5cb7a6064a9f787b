package dev.posthorn.openssl.negotiation;

import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.CompressionMethod;
import dev.posthorn.tls.ExtensionType;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.PointFormat;
import dev.posthorn.tls.ProtocolVersion;
import dev.posthorn.tls.SignatureScheme;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a ClientHello as {@code tshark -V} prints it: a field per line, its name, a colon, words, and in the end the number
 * in brackets. Only the numbers count, since the words changed over the years, and so did some names of fields. Serves one
 * hello.
 */
final class HelloDescription {

    private static final int ONE_BYTE = 0xFF;
    private static final int TWO_BYTES = 0xFFFF;
    private static final int THREE_BYTES = 0xFF_FFFF;

    /** The fields that bear on an answer, with the greatest number that each may hold. */
    private enum Field {
        VERSION(TWO_BYTES),
        SESSION_ID_LENGTH(TWO_BYTES),
        CIPHER_SUITE(THREE_BYTES),
        COMPRESSION_METHOD(ONE_BYTE),
        EXTENSION_TYPE(TWO_BYTES),
        GROUPS_LENGTH(TWO_BYTES),
        GROUP(TWO_BYTES),
        POINT_FORMATS_LENGTH(ONE_BYTE),
        POINT_FORMAT(ONE_BYTE),
        SCHEMES_LENGTH(TWO_BYTES),
        SCHEME(TWO_BYTES),
        VERSIONS_LENGTH(ONE_BYTE),
        SUPPORTED_VERSION(TWO_BYTES),
        KEY_SHARES_LENGTH(TWO_BYTES),
        KEY_SHARE_GROUP(TWO_BYTES),
        RENEGOTIATION_LENGTH(ONE_BYTE);

        private final int greatest;

        Field(int greatest) {
            this.greatest = greatest;
        }
    }

    /** The names of the fields in older and newer versions. */
    private static final Map<String, Field> BY_NAME = Map.ofEntries(
            Map.entry("version", Field.VERSION),
            Map.entry("client version", Field.VERSION),
            Map.entry("session id length", Field.SESSION_ID_LENGTH),
            Map.entry("cipher suite", Field.CIPHER_SUITE),
            Map.entry("cipher spec", Field.CIPHER_SUITE),
            Map.entry("compression method", Field.COMPRESSION_METHOD),
            Map.entry("type", Field.EXTENSION_TYPE),
            Map.entry("supported groups list length", Field.GROUPS_LENGTH),
            Map.entry("elliptic curves length", Field.GROUPS_LENGTH),
            Map.entry("supported group", Field.GROUP),
            Map.entry("elliptic curve", Field.GROUP),
            Map.entry("ec point formats length", Field.POINT_FORMATS_LENGTH),
            Map.entry("elliptic curves point formats length", Field.POINT_FORMATS_LENGTH),
            Map.entry("ec point format", Field.POINT_FORMAT),
            Map.entry("elliptic curves point format", Field.POINT_FORMAT),
            Map.entry("signature hash algorithms length", Field.SCHEMES_LENGTH),
            Map.entry("signature algorithm", Field.SCHEME),
            Map.entry("signature hash algorithm", Field.SCHEME),
            Map.entry("supported versions length", Field.VERSIONS_LENGTH),
            Map.entry("supported version", Field.SUPPORTED_VERSION),
            Map.entry("client key share length", Field.KEY_SHARES_LENGTH),
            Map.entry("group", Field.KEY_SHARE_GROUP),
            Map.entry("renegotiation info extension length", Field.RENEGOTIATION_LENGTH));

    private static final Pattern NUMBER_AT_END = Pattern.compile("\\((0x[0-9a-f]{1,6}|[0-9]{1,7})\\)$");
    private static final Pattern NOTHING_ELSE = Pattern.compile("^(0x[0-9a-f]{1,6}|[0-9]{1,7})$");

    private final Map<Field, List<Integer>> numbers = new EnumMap<>(Field.class);
    private ClientHello.Format format = ClientHello.Format.TLS;
    private boolean begun;
    private boolean ended;

    private HelloDescription() {}

    static ClientHelloReading parse(String text) {
        HelloDescription description = new HelloDescription();
        text.lines().takeWhile(line -> !description.ended).forEach(description::readLine);
        return description.reading();
    }

    private void readLine(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return;
        }
        String name = lowerCaseWithout(line.substring(0, colon));
        String value = lowerCaseWithout(line.substring(colon + 1));
        if (name.equals("handshake protocol") || name.endsWith("record layer")) {
            readHeader(name, value);
            return;
        }
        Field field = BY_NAME.get(name);
        if (field != null) {
            numberIn(value).ifPresent(number -> {
                if (number <= field.greatest) {
                    numbers.computeIfAbsent(field, any -> new ArrayList<>()).add(number);
                }
            });
        }
    }

    /** What was read before the hello's own header belongs to the record; another header behind it ends the hello. */
    private void readHeader(String name, String value) {
        boolean sslv2 = name.startsWith("sslv2");
        boolean hello = value.startsWith("client hello") || (sslv2 && value.contains("client hello"));
        if (hello && !begun) {
            begun = true;
            format = sslv2 ? ClientHello.Format.SSLV2 : ClientHello.Format.TLS;
            numbers.clear();
        } else if (begun) {
            ended = true;
        }
    }

    /** Without indentation, the brackets around what the program worked out itself, and case. */
    private static String lowerCaseWithout(String text) {
        String bare = text.strip();
        int from = bare.startsWith("[") ? 1 : 0;
        int to = bare.endsWith("]") ? bare.length() - 1 : bare.length();
        return bare.substring(Math.min(from, to), to).strip().toLowerCase(Locale.ROOT);
    }

    private static OptionalInt numberIn(String value) {
        for (Pattern pattern : List.of(NUMBER_AT_END, NOTHING_ELSE)) {
            Matcher matcher = pattern.matcher(value);
            if (matcher.find()) {
                return OptionalInt.of(Integer.decode(withoutLeadingZeros(matcher.group(1))));
            }
        }
        return OptionalInt.empty();
    }

    /** {@code decode} takes a leading zero for octal. */
    private static String withoutLeadingZeros(String number) {
        return number.startsWith("0x") ? number : String.valueOf(Integer.parseInt(number));
    }

    private ClientHelloReading reading() {
        if (!begun && !numbers.containsKey(Field.CIPHER_SUITE)) {
            return new ClientHelloReading.NotAClientHello();
        }
        List<Integer> versions = numbers.getOrDefault(Field.VERSION, List.of());
        if (versions.isEmpty()) {
            return new ClientHelloReading.Malformed("version", Optional.empty());
        }
        // In the format of SSLv2 the record's own version stands before the hello's, behind the same header.
        ClientHelloBuilder hello = ClientHello.builder(new ProtocolVersion(versions.get(versions.size() - 1)))
                .format(format)
                .sessionId(isAboveZero(Field.SESSION_ID_LENGTH))
                .renegotiationClaimed(isAboveZero(Field.RENEGOTIATION_LENGTH));
        set(Field.CIPHER_SUITE, Field.CIPHER_SUITE, CipherSuite::new, hello::cipherSuites);
        set(Field.COMPRESSION_METHOD, Field.COMPRESSION_METHOD, CompressionMethod::new, hello::compressionMethods);
        set(Field.EXTENSION_TYPE, Field.EXTENSION_TYPE, ExtensionType::new, hello::extensions);
        set(Field.GROUP, Field.GROUPS_LENGTH, NamedGroup::new, hello::groups);
        set(Field.POINT_FORMAT, Field.POINT_FORMATS_LENGTH, PointFormat::new, hello::pointFormats);
        set(Field.SCHEME, Field.SCHEMES_LENGTH, SignatureScheme::new, hello::signatureSchemes);
        set(Field.SUPPORTED_VERSION, Field.VERSIONS_LENGTH, ProtocolVersion::new, hello::supportedVersions);
        set(Field.KEY_SHARE_GROUP, Field.KEY_SHARES_LENGTH, NamedGroup::new, hello::keyShares);
        return new ClientHelloReading.Complete(hello.build());
    }

    private boolean isAboveZero(Field field) {
        return numbers.getOrDefault(field, List.of()).stream().anyMatch(number -> number > 0);
    }

    /** An empty list shows by its length alone. */
    private <T> void set(Field entries, Field length, IntFunction<T> make, Consumer<List<T>> into) {
        if (numbers.containsKey(entries) || numbers.containsKey(length)) {
            into.accept(numbers.getOrDefault(entries, List.of()).stream()
                    .map(number -> make.apply(number))
                    .toList());
        }
    }
}
