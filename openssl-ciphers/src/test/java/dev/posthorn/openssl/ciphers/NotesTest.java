package dev.posthorn.openssl.ciphers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.openssl.ciphers.Note.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What OpenSSL passes over in silence, kind by kind. */
class NotesTest {

    private static final String CASES = """
            1.0.1e | ALL:!PSD | UNKNOWN_TERM | perhaps PSK is meant
            1.0.2u | ALL:!anull | UNKNOWN_TERM | perhaps aNULL is meant
            1.0.2u | ALL:!RC4-SHAA | UNKNOWN_TERM | perhaps RC4-SHA is meant
            1.1.1w | ALL:!EXPORT | UNKNOWN_TERM | 1.0.0 to 1.0.2u know
            1.0.1e | ALL:!ECDHE | UNKNOWN_TERM | 1.0.2 to 3.0.15 know
            1.0.2u | ALL:KRB5 | UNKNOWN_TERM | which takes krb5
            3.0.15 | ALL:SEED-SHA | UNKNOWN_TERM | which takes legacy-provider
            1.0.2u | RC4-SHA:DEFAULT | UNKNOWN_TERM | only at the start of a string
            1.0.1c | ALL:TLSv1.2 | STRAY_CHARACTER | to this release "." is no part of a word
            1.0.0t | TLSv1.2 | STRAY_CHARACTER | to this release "." is no part of a word
            1.0.2u | RC4-SHA:HIGH+FIPS | CONTRADICTION | "FIPS" contradicts what stands before it (strength HIGH)
            1.0.2u | ALL:!aNULL:!ADH | CHANGED_NOTHING | rule 3 "!ADH" changes nothing
            1.0.2u | RC4-SHA:+AES | CHANGED_NOTHING | no suite that it could move
            1.0.2u | AES128-SHA:RC4-SHA:+RC4-SHA | CHANGED_NOTHING | the list is in that order already
            1.0.2u | ALL:@STRENGTH | CHANGED_NOTHING | rule 2 "@STRENGTH" changes nothing
            1.0.2u | @STRENGTH:ALL | CHANGED_NOTHING | no suite that it could sort
            1.0.1h | !ALL:!kRSA:!aECDH:!aECDSA:!aRSA:NULL | CHANGED_NOTHING | no suite that it could add
            1.0.1e | RC4-MD5 | SELECTS_TWIN | RC4-MD5 (0004), RC4-MD5 (010080)
            1.0.1c | ECDH-RSA-AES128-SHA256 | SELECTS_TWIN | ECDH-ECDSA-AES128-SHA256
            1.0.2u | ALL:!SSLv3 | CHANGED_MEANING | 1.1.0 to 3.0.15, only suites whose lowest version is SSLv3
            1.0.1e | ALL:!ECDH-RSA-AES128-SHA256 | CHANGED_MEANING | 1.0.1 to 1.0.1c, this suite and ECDH-ECDSA-AES128-SHA256
            """;

    static List<Arguments> cases() {
        return CASES.lines()
                .map(line -> line.split(" \\| ", -1))
                .map(cells -> Arguments.of(cells[0], cells[1], Kind.valueOf(cells[2]), cells[3]))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void note_saysWhatItsWriterWouldWantToKnow(String build, String text, Kind kind, String said) {
        List<Note> notes =
                CipherString.parse(text).expandWith(Catalogs.of(build)).notes();

        assertThat(notes.stream().filter(note -> note.kind() == kind).map(Note::explain))
                .anySatisfy(explained -> assertThat(explained).contains(said));
    }

    @Test
    void cases_haveEveryKind() {
        Set<Kind> kinds = cases().stream()
                .map(arguments -> (Kind) arguments.get()[2])
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));

        assertThat(kinds).isEqualTo(EnumSet.allOf(Kind.class));
    }

    @ParameterizedTest
    @CsvSource({"1.0.2u, ALL:+AES:!aNULL:@STRENGTH", "1.1.1w, DEFAULT:!AES128-SHA", "1.0.1e, 'HIGH:MEDIUM:!aNULL'"})
    void stringOfWhichEveryRuleDoesSomething_hasNoNotes(String build, String text) {
        assertThat(CipherString.parse(text).expandWith(Catalogs.of(build)).notes())
                .isEmpty();
    }
}
