package dev.posthorn.openssl.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationFileTest {

    private static final String GOOD = """
            # Comment.
            == NO_SHARED_CIPHER
            function: A B
            side: SERVER
            step: CLIENT_HELLO
            blame: LOCAL_CONFIGURATION
            summary: One
              sentence.
            happened: Much.
            check: This.
            change: That.
            risk: None.
            reading: SSLV3_ONLY PEER_INCOMPATIBLE Old.
            evidence: Age.
            for: off:SSLv3
            against: on:SSLv3 session:any
            change: Ask.
            risk: No answer.
            example: error:1408A0C1:SSL routines:A:no shared cipher
            """;

    @Test
    void entry_isReadFieldByField() {
        Explanation entry = ExplanationFile.parse("x.txt", GOOD).get(0);

        assertThat(entry.origin()).isEqualTo("x.txt:2");
        assertThat(entry.functions()).containsExactly("A", "B");
        assertThat(entry.sides()).containsExactly(Side.SERVER);
        assertThat(entry.step()).contains(HandshakeStep.CLIENT_HELLO);
        assertThat(entry.summary()).isEqualTo("One sentence.");
        assertThat(entry.remedies()).containsExactly(new Change("That.", "None."));
        assertThat(entry.readings())
                .containsExactly(new ReadingRule(
                        new Reading(
                                Cause.SSLV3_ONLY,
                                Blame.PEER_INCOMPATIBLE,
                                "Old.",
                                "Age.",
                                List.of(new Change("Ask.", "No answer."))),
                        List.of("off:SSLv3"),
                        List.of("on:SSLv3", "session:any")));
        assertThat(entry.examples()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            == NO_SHARED_CIPHER | summary: early    | x.txt:2: text before the first entry
            function: A B       | nonsense: A       | x.txt:3: "nonsense" is not expected here
            function: A B       | blame: NETWORK    | x.txt:6: a second "blame"
            side: SERVER        | side: SERVANT     | x.txt:4: "SERVANT" is no Side
            step: CLIENT_HELLO  | step: LUNCH       | x.txt:5: "LUNCH" is no HandshakeStep
            blame: LOCAL_C      | blame: NOBODY # C | x.txt:6: "NOBODY # CONFIGURATION" is no Blame
            check: This.        | just words        | x.txt:10: neither "key: text" nor an indented line: just words
            risk: None.         | risc: None.       | x.txt:11: "change" without its "risk"
            evidence: Age.      | example: Age.     | x.txt:13: "reading" without its "evidence"
            SSLV3_ONLY PEER_INC | MARS PEER_INC     | x.txt:13: "MARS" is no Cause
            PEER_INCOMPATIBLE O | O                 | x.txt:13: a reading needs a cause, a blame and a sentence
            == NO_SHARED_CIPHER | == no shared      | x.txt:2: symbol: "no" has characters other than A-Z, 0-9 and _
            example: error      | # no example      | x.txt:2: NO_SHARED_CIPHER has no example
            off:SSLv3           | off:SSLv9         | x.txt:15: "off:SSLv9" is no fact
            happened: Much.     | # nothing         | x.txt:2: NO_SHARED_CIPHER has no "happened"
            """)
    void badFile_isRejectedWithFileAndLine(String good, String bad, String message) {
        String text = GOOD.replace(good, bad);

        assertThatThrownBy(() -> ExplanationFile.parse("x.txt", text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }

    @Test
    void missingFile_isRejectedByName() {
        assertThatThrownBy(() -> ExplanationFile.read("explanations/none.txt", null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("explanations/none.txt: no such file");
    }
}
